package io.prosodykit.facts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What installs the libraries that modules require and that are neither Lua's nor Prosody's.
 *
 * @since 0.1.0
 */
public final class Rocks {
  private static final String PROSODY = "prosody.";

  private final String source;
  private final ImmutableList<Rock> all;
  private final ImmutableMap<String, ImmutableList<String>> through;

  Rocks(
      String source, ImmutableList<Rock> all, ImmutableMap<String, ImmutableList<String>> through) {
    this.source = source;
    this.all = all;
    this.through = through;
  }

  Rocks with(ServerLayer layer) {
    return new Rocks(
        source, ServerLayer.sorted(all, layer.rocks(), Rock::library).values().asList(), through);
  }

  /** {@return where the packages are, in words} */
  public String source() {
    return source;
  }

  /** {@return the libraries whose packages are known, sorted by name} */
  public ImmutableList<Rock> all() {
    return all;
  }

  /**
   * {@return Prosody's own libraries that require such a library: the names of these, by the name
   * of Prosody's library before 13.0} {@code util.sql} requires {@code DBI}.
   */
  public ImmutableMap<String, ImmutableList<String>> through() {
    return through;
  }

  /**
   * Finds what installs a library.
   *
   * @param library its name in {@code require}, for example {@code openssl.digest}
   * @return empty for libraries of Lua and of Prosody, and for those whose packages are not known
   */
  public Optional<Rock> find(String library) {
    return all.stream().filter(rock -> rock.has(library)).findFirst();
  }

  /**
   * {@return what has to be installed for libraries, sorted; those that come with Prosody are
   * omitted, and those that its own libraries require are included}
   *
   * @param libraries names in {@code require}, for example {@code lualdap} or {@code util.sql}
   */
  public ImmutableList<Rock> neededBy(Collection<String> libraries) {
    return neededBy(libraries.stream());
  }

  /**
   * {@return what has to be installed for a module, according to any source; without libraries that
   * it runs without, as far as that is known}
   *
   * @param module the module
   */
  public ImmutableList<Rock> neededBy(Evidence module) {
    return neededBy(module, fact -> true);
  }

  /**
   * {@return what has to be installed for a module on a version of Prosody; without libraries that
   * it runs without, as far as that is known}
   *
   * @param module the module
   * @param version a release, a branch or trunk
   * @param known what is known about Prosody's releases
   */
  public ImmutableList<Rock> neededBy(Evidence module, ProsodyVersion version, Knowledge known) {
    return neededBy(module, fact -> known.holds(fact, version));
  }

  private ImmutableList<Rock> neededBy(Evidence module, Predicate<Sourced<String>> counts) {
    return neededBy(module.libraries().stream().filter(counts).map(Sourced::value)).stream()
        .filter(rock -> !rock.optionalFor().contains(module.module()))
        .collect(toImmutableList());
  }

  private ImmutableList<Rock> neededBy(Stream<String> libraries) {
    return libraries
        .map(name -> name.startsWith(PROSODY) ? name.substring(PROSODY.length()) : name)
        .flatMap(name -> through.getOrDefault(name, ImmutableList.of(name)).stream())
        .flatMap(name -> find(name).stream())
        .filter(rock -> rock.comesWith().isEmpty())
        .distinct()
        .sorted((one, other) -> one.library().compareTo(other.library()))
        .collect(toImmutableList());
  }
}
