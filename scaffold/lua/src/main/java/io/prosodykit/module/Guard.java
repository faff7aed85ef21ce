package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known where code runs, because the code checked it: inside {@code if module.may then …
 * end}, the module API has {@code may}.
 *
 * <p>Guards are kept in sets. Their equals and hashCode are written by hand, because those that the
 * compiler generates take 7 % of the linter's time in a fresh JVM.
 */
public sealed interface Guard {
  /**
   * The module API has a function: {@code if module.may then}.
   *
   * @param name the function, for example {@code may}
   */
  record HasFunction(String name) implements Guard {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof HasFunction function && name.equals(function.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * A library is available: {@code if pcall(require, "util.paseto") then}.
   *
   * @param name the library, for example {@code util.paseto}
   */
  record HasLibrary(String name) implements Guard {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof HasLibrary library && name.equals(library.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * A global variable, or a field of one, exists: {@code if table.unpack then}.
   *
   * @param path the names, separated by dots, for example {@code table.unpack}
   */
  record HasGlobal(String path) implements Guard {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof HasGlobal global && path.equals(global.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /** The release is one that the code checked for: {@code if prosody.version == "…" then}. */
  record OnRelease() implements Guard {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OnRelease;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /**
   * A guard does not hold: {@code if not module.may then}.
   *
   * @param guard the guard that does not hold
   */
  record Not(Guard guard) implements Guard {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Not not && guard.equals(not.guard);
    }

    @Override
    public int hashCode() {
      return ~guard.hashCode();
    }
  }

  /**
   * All of several guards hold: {@code if module.may and module.once then}.
   *
   * @param guards the guards; if there are none, nothing is known
   */
  record All(ImmutableSet<Guard> guards) implements Guard {
    /** What is known where the code checks nothing. */
    public static final All NONE = new All(ImmutableSet.of());

    /** {@return whether nothing is known, because the code checks nothing} */
    public boolean isEmpty() {
      return guards.isEmpty();
    }
  }
}
