package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Release;

/**
 * Tells the names of Prosody's own libraries from others.
 *
 * @param known the libraries of all releases, by their names without prefixes
 * @param prefixes what may precede the name of a library on some release: {@code prosody.}
 * @param folders how the names of libraries begin: {@code util.}
 */
record LibraryNames(
    ImmutableSet<String> known, ImmutableSet<String> prefixes, ImmutableSet<String> folders) {
  static LibraryNames of(Knowledge knowledge) {
    ImmutableSet.Builder<String> known = ImmutableSet.builder();
    ImmutableSet.Builder<String> prefixes = ImmutableSet.builder();
    ImmutableSet.Builder<String> folders = ImmutableSet.builder();
    for (Release release : knowledge.releases()) {
      known.addAll(release.libraries());
      prefixes.addAll(release.libraryPrefix().stream().iterator());
      for (String library : release.libraries()) {
        folders.add(library.substring(0, library.indexOf('.') + 1));
      }
    }
    return new LibraryNames(known.build(), prefixes.build(), folders.build());
  }

  /** {@return the name of a library without a prefix, which it has on every release} */
  String plain(String library) {
    for (String prefix : prefixes) {
      if (library.startsWith(prefix)) {
        return library.substring(prefix.length());
      }
    }
    return library;
  }

  /** {@return whether a name is that of one of Prosody's libraries, known or not} */
  boolean isProsodys(String name) {
    return begins(name, prefixes) || begins(name, folders);
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
