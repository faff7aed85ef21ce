package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/**
 * The result of writing a scaffold, or what it would be.
 *
 * @param written the files that were written, sorted
 * @param replaced the written files that existed before, sorted
 * @param skipped the files that already existed and were kept, sorted
 * @since 0.1.0
 */
public record WriteReport(
    ImmutableList<Path> written, ImmutableList<Path> replaced, ImmutableList<Path> skipped) {}
