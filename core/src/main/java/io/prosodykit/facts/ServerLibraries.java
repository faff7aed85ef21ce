package io.prosodykit.facts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.prosodykit.evidence.CarriedFacts;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Prosody's own libraries have: {@code util.jid}, {@code net.http}, {@code core.usermanager}.
 * Some releases were started, and loaded their libraries; {@link Release#libraries()} has the names
 * of all. The libraries that need one which Prosody does not depend on are missing: {@code
 * net.cqueues}, {@code net.server_event}, {@code net.unbound}, {@code util.sasl_cyrus}, {@code
 * util.sql}, {@code util.sqlite3}.
 *
 * @since 0.1.0
 */
public final class ServerLibraries {
  private static final String PREFIX = "prosody.";

  private final LoadedReleases releases;
  private final ImmutableMap<String, ServerLibrary> libraries;
  private final ImmutableMap<String, ServerObject> objects;

  ServerLibraries(
      LoadedReleases releases,
      ImmutableMap<String, ServerLibrary> libraries,
      ImmutableMap<String, ServerObject> objects) {
    this.releases = releases;
    this.libraries = libraries;
    this.objects = objects;
  }

  ServerLibraries with(ServerLayer layer, Knowledge knowledge) {
    ImmutableList<Source> added =
        layer.libraries().stream()
            .flatMap(library -> library.sources().stream())
            .collect(toImmutableList());
    ImmutableList<Sourced<String>> started =
        CarriedFacts.of(
            knowledge,
            ImmutableList.of(new Sourced<>("started", Source.joined(releases.sources(), added))),
            releases.sources(),
            name -> "",
            (name, gone) -> false);
    LoadedReleases loaded = new LoadedReleases(started.get(0).sources(), knowledge);
    Map<String, ServerLibrary> joined = new TreeMap<>();
    libraries.forEach((name, library) -> joined.put(name, library.in(loaded)));
    for (LoadedLibrary library : layer.libraries()) {
      joined.compute(library.name(), (name, known) -> library.addTo(known, loaded));
    }
    return new ServerLibraries(
        loaded,
        ImmutableMap.copyOf(
            Maps.transformValues(joined, library -> library.carriedOver(knowledge))),
        ImmutableMap.copyOf(
            Maps.transformValues(objects, object -> object.in(loaded).carriedOver(knowledge))));
  }

  /** {@return the releases that were started, the oldest first} */
  public ImmutableList<Source> releases() {
    return releases.sources();
  }

  /**
   * {@return the release that was started and stands for a version: for a release the newest of its
   * branch up to it, else the oldest after it; for a branch or trunk the newest; empty if none of
   * the branch was started}
   *
   * @param version a release, a branch or trunk
   */
  public Optional<Source> release(ProsodyVersion version) {
    return Optional.ofNullable(releases.nearest(version));
  }

  /** {@return the libraries that could be loaded, by name without {@code prosody.}} */
  public ImmutableMap<String, ServerLibrary> all() {
    return libraries;
  }

  /**
   * Finds a library.
   *
   * @param name for example {@code util.jid} or {@code prosody.util.jid}
   * @return empty if there is none, or it could not be loaded
   */
  public Optional<ServerLibrary> find(String name) {
    String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    return Optional.ofNullable(libraries.get(plain));
  }

  /** {@return the objects, by name} */
  public ImmutableMap<String, ServerObject> objects() {
    return objects;
  }

  /**
   * Finds an object.
   *
   * @param name for example {@code stanza} or {@code session}
   * @return empty if there is none
   */
  public Optional<ServerObject> findObject(String name) {
    return Optional.ofNullable(objects.get(name));
  }
}
