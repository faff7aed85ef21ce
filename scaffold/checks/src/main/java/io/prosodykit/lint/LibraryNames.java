package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Release;

/** Tells the names of Prosody's own libraries from others. */
final class LibraryNames {
  /** The libraries of all releases, by their names without prefixes. */
  static final ImmutableSet<String> KNOWN;

  /** What may precede the name of a library on some release: {@code prosody.}. */
  private static final ImmutableSet<String> PREFIXES;

  /** How the names of libraries begin: {@code util.}. */
  private static final ImmutableSet<String> FOLDERS;

  static {
    ImmutableSet.Builder<String> known = ImmutableSet.builder();
    ImmutableSet.Builder<String> prefixes = ImmutableSet.builder();
    ImmutableSet.Builder<String> folders = ImmutableSet.builder();
    for (Release release : Knowledge.builtIn().releases()) {
      known.addAll(release.libraries());
      prefixes.addAll(release.libraryPrefix().stream().iterator());
      for (String library : release.libraries()) {
        folders.add(library.substring(0, library.indexOf('.') + 1));
      }
    }
    KNOWN = known.build();
    PREFIXES = prefixes.build();
    FOLDERS = folders.build();
  }

  private LibraryNames() {}

  /** {@return the name of a library without a prefix, which it has on every release} */
  static String plain(String library) {
    for (String prefix : PREFIXES) {
      if (library.startsWith(prefix)) {
        return library.substring(prefix.length());
      }
    }
    return library;
  }

  /** {@return whether a name is that of one of Prosody's libraries, known or not} */
  static boolean isProsodys(String name) {
    return begins(name, PREFIXES) || begins(name, FOLDERS);
  }

  private static boolean begins(String name, ImmutableSet<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
