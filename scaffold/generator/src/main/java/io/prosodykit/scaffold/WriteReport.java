package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.files.SlashedPath;
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
    ImmutableList<Path> written, ImmutableList<Path> replaced, ImmutableList<Path> skipped) {
  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "written",
        Lists.transform(written, SlashedPath::of),
        "replaced",
        Lists.transform(replaced, SlashedPath::of),
        "skipped",
        Lists.transform(skipped, SlashedPath::of));
  }
}
