package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;

/**
 * Something that a rule found.
 *
 * @param file the file, relative to the folder that the linter was told to show files from where it
 *     lies below it
 * @param position line and column, from 1; the beginning for what concerns the whole file
 * @param rule the rule
 * @param severity how bad it is
 * @param targets the targets that it concerns, the oldest first; empty if it has nothing to do with
 *     releases
 * @param message what is wrong, in one line
 * @param mend what to do about it, in one line
 * @param source the line of the file, or the part of it around the place; empty for what concerns
 *     the whole file
 */
public record Finding(
    Path file,
    LuaPosition position,
    LintRule rule,
    Severity severity,
    ImmutableList<ProsodyVersion> targets,
    String message,
    String mend,
    SourceExcerpt source) {}
