package io.prosodykit.lint;

import io.prosodykit.module.ModuleCode;
import java.nio.file.Path;

/** A Lua file of a module that is linted. */
record LintedFile(LintedModule module, Path path, ModuleCode code) {}
