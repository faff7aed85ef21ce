package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/**
 * What became of a scaffold's files on disk, or what would become of them.
 *
 * @param written the files that were written, sorted
 * @param replaced those of them that stood there before, sorted
 * @param skipped the files that were there already and were left alone, sorted
 */
public record WriteReport(
    ImmutableList<Path> written, ImmutableList<Path> replaced, ImmutableList<Path> skipped) {}
