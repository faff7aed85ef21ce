package io.prosodykit.facts;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Collection;
import java.util.Optional;

/**
 * What Prosody loads by itself, and what it reads in a module before it loads it: comments at the
 * beginning of a line, such as {@code --% requires: loader}, with a key and values. A release
 * ignores the keys that it does not know.
 *
 * @since 0.1.0
 */
public final class LoaderRules {
  private final ImmutableMap<String, VersionRange> hints;
  private final ImmutableMap<String, VersionRange> features;
  private final AutoloadedModules autoloaded;

  LoaderRules(
      ImmutableMap<String, VersionRange> hints,
      ImmutableMap<String, VersionRange> features,
      AutoloadedModules autoloaded) {
    this.hints = hints;
    this.features = features;
    this.autoloaded = autoloaded;
  }

  /** {@return the modules that Prosody loads by itself} */
  public AutoloadedModules autoloaded() {
    return autoloaded;
  }

  /**
   * {@return the versions that read a comment, from the earliest that is known, by its key: {@code
   * requires}, {@code conflicts}, {@code lua}, {@code inherit_modules}}
   */
  public ImmutableMap<String, VersionRange> hints() {
    return hints;
  }

  /**
   * {@return whether Prosody reads a comment}
   *
   * @param key for example {@code requires}
   * @param version a release, or a branch, of which one release is enough
   */
  public boolean reads(String key, ProsodyVersion version) {
    return holdsOn(hints, key, version);
  }

  /**
   * {@return the versions that have a feature, from the earliest that is known, by its name, which
   * {@code requires} and {@code conflicts} take: for example {@code permissions}, {@code
   * mod_bookmarks}}
   */
  public ImmutableMap<String, VersionRange> features() {
    return features;
  }

  /**
   * {@return whether Prosody has a feature}
   *
   * @param feature for example {@code muc_vcard}
   * @param version a release, or a branch, of which one release is enough
   */
  public boolean hasFeature(String feature, ProsodyVersion version) {
    return holdsOn(features, feature, version);
  }

  /**
   * {@return whether Prosody refuses a module that requires features, because it lacks one of them}
   *
   * @param required what the module names after {@code --% requires:}
   * @param version a release, or a branch, of which one release is enough to have a feature
   */
  public boolean lacksRequired(Collection<String> required, ProsodyVersion version) {
    return reads("requires", version)
        && !required.stream().allMatch(feature -> hasFeature(feature, version));
  }

  /**
   * {@return whether Prosody refuses a module that conflicts with features, because it has one of
   * them}
   *
   * @param conflicting what the module names after {@code --% conflicts:}
   * @param version a release, or a branch, of which one release is enough to have a feature
   */
  public boolean hasConflicting(Collection<String> conflicting, ProsodyVersion version) {
    return reads("conflicts", version)
        && conflicting.stream().anyMatch(feature -> hasFeature(feature, version));
  }

  /**
   * Explains why Prosody refuses a module.
   *
   * @param hints the module's lines for the loader
   * @param version a release, or a branch, of which one release is enough to have a feature
   * @return the reason, for example {@code 13.0 refuses to load it, because it conflicts with the
   *     feature muc_vcard, which 13.0 has}; empty if Prosody loads the module
   */
  public Optional<String> refusal(Collection<LoaderHint> hints, ProsodyVersion version) {
    return hints.stream().flatMap(hint -> refusal(hint, version).stream()).findFirst();
  }

  /**
   * Explains why Prosody refuses the module that the community, or an organisation, has at the time
   * of a version.
   *
   * @param module the module, which is judged by the newest snapshot of that time
   * @param version a release, a branch, of which one release is enough to have a feature, or trunk,
   *     which counts as the newest branch
   * @param known what is known about Prosody's releases
   * @return the reason; empty if Prosody loads the module, ships it, or it is not available
   */
  public Optional<String> refusal(Evidence module, ProsodyVersion version, Knowledge known) {
    Presence presence = module.presence(version);
    if (presence == Presence.SHIPPED || !presence.isAvailable()) {
      return Optional.empty();
    }
    ProsodyVersion branch = known.branchOf(version);
    Source newest =
        module.community().stream()
            .filter(snapshot -> snapshot.release().equals(branch))
            .reduce((older, newer) -> newer)
            .orElseThrow();
    return refusal(
        module.behaviour().hints().stream()
            .filter(hint -> hint.sources().contains(newest))
            .map(Sourced::value)
            .toList(),
        version.equals(ProsodyVersion.TRUNK) ? branch : version);
  }

  private Optional<String> refusal(LoaderHint hint, ProsodyVersion version) {
    boolean requires = hint.key().equals("requires");
    if (!reads(hint.key(), version) || !(requires || hint.key().equals("conflicts"))) {
      return Optional.empty();
    }
    return hint.values().stream()
        .filter(feature -> hasFeature(feature, version) != requires)
        .findFirst()
        .map(
            feature ->
                version
                    + " refuses to load it, because it "
                    + hint.key()
                    + (requires ? " the feature " : " with the feature ")
                    + feature
                    + ", which "
                    + version
                    + (requires ? " lacks" : " has"));
  }

  static boolean holdsOn(
      ImmutableMap<String, VersionRange> versions, String name, ProsodyVersion version) {
    VersionRange range = versions.get(name);
    return range != null && OptionNames.reaches(range, version);
  }
}
