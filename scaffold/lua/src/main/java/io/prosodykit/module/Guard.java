package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known where code runs, because the code checked for it: inside of {@code if module.may
 * then … end} the module API has {@code may}.
 *
 * @since 0.1.0
 */
public sealed interface Guard {
  // equals and hashCode are written out: those of records cost 6 % of a fresh process that lints

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
   * A library is there: {@code if pcall(require, "util.paseto") then}.
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
   * A global variable, or a field of one, is there: {@code if table.unpack then}.
   *
   * @param path the names with dots between, for example {@code table.unpack}
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

  /** The release is one of those that the code chose: {@code if prosody.version == "…" then}. */
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
   * A negated guard: {@code if not module.may then}.
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
   * All of the guards hold: {@code if module.may and module.once then}.
   *
   * @param guards the guards; without any, nothing is known
   */
  record All(ImmutableSet<Guard> guards) implements Guard {
    /** What is known where code asks for nothing. */
    public static final All NONE = new All(ImmutableSet.of());

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof All all && guards.equals(all.guards);
    }

    @Override
    public int hashCode() {
      return guards.hashCode();
    }

    /** {@return whether nothing is known, because the code asked for nothing} */
    public boolean isEmpty() {
      return guards.isEmpty();
    }
  }

  /**
   * At least one of the guards holds: {@code if module.may or module.once then}.
   *
   * @param guards the guards, at least two
   */
  record Any(ImmutableSet<Guard> guards) implements Guard {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Any any && guards.equals(any.guards);
    }

    @Override
    public int hashCode() {
      return ~guards.hashCode();
    }
  }
}
