package io.prosodykit.compliance;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Prosody 13.0 says about its support for one specification, in the file {@code doc/doap.xml}
 * of its sources (a description in the form of XEP-0453).
 *
 * <p>The statement looks back in time: it names the release that began to implement the
 * specification, and the one that ended it. It does not say which older version of a specification
 * an older release had, nor how completely.
 *
 * <p>The statements are the contents of one document, of one release. They are the same for every
 * catalogue. What a module of a later release implements is in its {@link
 * ModuleEntry#specifications() entry} or its {@link ModuleEntry#evidence() evidence}.
 *
 * @since 0.1.0
 */
public final class DoapEntry {
  private final SpecRef specification;
  private final @Nullable String version;
  private final @Nullable ProsodyVersion since;
  private final @Nullable ProsodyVersion until;
  private final Status status;
  private final ImmutableList<String> modules;
  private final ImmutableList<String> furtherModules;

  DoapEntry(
      SpecRef specification,
      @Nullable String version,
      @Nullable ProsodyVersion since,
      @Nullable ProsodyVersion until,
      Status status,
      ImmutableList<String> modules,
      ImmutableList<String> furtherModules) {
    this.specification = specification;
    this.version = version;
    this.since = since;
    this.until = until;
    this.status = status;
    this.modules = modules;
    this.furtherModules = furtherModules;
  }

  /** {@return all statements: RFCs and then XEPs, each by number} */
  public static ImmutableList<DoapEntry> all() {
    return DoapData.reference().bySpecification().values().asList();
  }

  /**
   * Finds the statement on a specification.
   *
   * @param specification a XEP or an RFC
   * @return empty if Prosody says nothing about it
   */
  public static Optional<DoapEntry> find(SpecRef specification) {
    return Optional.ofNullable(DoapData.reference().bySpecification().get(specification));
  }

  /** {@return what the statement is about: a XEP or an RFC} */
  public SpecRef specification() {
    return specification;
  }

  /**
   * {@return the version of the specification that Prosody 13.0 implements, for example {@code
   * 1.6.2}; empty if it is not stated, as for every RFC}
   */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /**
   * {@return the first release that implements the specification, for example 0.12.0; empty if it
   * is not stated}
   */
  public Optional<ProsodyVersion> since() {
    return Optional.ofNullable(since);
  }

  /**
   * {@return the first release that no longer implements the specification; empty for what Prosody
   * 13.0 implements}
   */
  public Optional<ProsodyVersion> until() {
    return Optional.ofNullable(until);
  }

  /** {@return how completely Prosody 13.0 implements the specification} */
  public Status status() {
    return status;
  }

  /**
   * {@return the modules that the statement names, without {@code mod_}; empty if it names none}
   */
  public ImmutableList<String> modules() {
    return modules;
  }

  /**
   * {@return further modules, without {@code mod_}, that Prosody 13.0 needs for what it states, but
   * that the statement does not name, according to the sources of its modules: {@code component}
   * for XEP-0114}
   */
  public ImmutableList<String> furtherModules() {
    return furtherModules;
  }

  /**
   * {@return whether neither the statement nor the sources of 13.0 name a module: Prosody does what
   * it states without a module that has to be enabled, in its libraries or in the modules that it
   * always loads ({@code c2s}, {@code s2s}, {@code iq}, {@code message}, {@code presence}, {@code
   * offline}, {@code s2s_auth_certs})}
   */
  public boolean isBuiltIn() {
    return modules.isEmpty() && furtherModules.isEmpty();
  }

  /**
   * {@return whether, according to the statement, a version implements the specification: from
   * {@link #since()} on, and before {@link #until()}; without the former, always} A branch is
   * treated like its last release, and a version after 13.0 like 13.0.
   *
   * @param prosody a release, a branch or trunk
   */
  public boolean isInForce(ProsodyVersion prosody) {
    return (since == null || reaches(prosody, since))
        && (until == null || !reaches(prosody, until));
  }

  private static boolean reaches(ProsodyVersion prosody, ProsodyVersion release) {
    return prosody.isBranch()
        ? release.branch().compareTo(prosody) <= 0
        : release.compareTo(prosody) <= 0;
  }

  /** All modules of the statement and of the sources. Any of them implements the specification. */
  ImmutableSet<String> allModules() {
    return ImmutableSet.<String>builder().addAll(modules).addAll(furtherModules).build();
  }

  /** Prints the statement on one line, for people. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder().append(specification);
    version().ifPresent(written -> line.append(' ').append(written));
    line.append(": ").append(status);
    since().ifPresent(release -> line.append(", since ").append(release));
    until().ifPresent(release -> line.append(", until ").append(release));
    return line.toString();
  }

  /** How completely Prosody implements a specification. */
  public enum Status {
    /** All of it that concerns a server. */
    COMPLETE,
    /** Some of it. */
    PARTIAL,
    /** No longer. */
    REMOVED,
    /** It is implemented, and Prosody does not say how completely. */
    UNSTATED;

    /** Prints the status in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("specification", specification);
    version().ifPresent(written -> fields.put("version", written));
    since().ifPresent(release -> fields.put("since", release));
    until().ifPresent(release -> fields.put("until", release));
    fields.put("status", status.toString()).put("modules", modules);
    return fields.put("furtherModules", furtherModules).buildOrThrow();
  }
}
