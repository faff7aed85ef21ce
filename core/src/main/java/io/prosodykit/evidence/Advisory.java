package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.List;

/**
 * A security advisory of Prosody, as far as it concerns one branch.
 *
 * @param url the address of the advisory
 * @param cves the identifiers of the vulnerabilities, {@code CVE-2026-43506}; may be empty
 * @param affected the releases of the branch that are vulnerable
 * @param fixedIn the release that has the fix, of the same branch or, if that has none, of a later
 *     one
 * @since 0.1.0
 */
public record Advisory(
    String url, ImmutableList<String> cves, VersionRange affected, ProsodyVersion fixedIn) {
  /**
   * Checks the releases.
   *
   * @param url where it is published
   * @param cves the numbers of the vulnerabilities
   * @param affected the releases that have them
   * @param fixedIn the first release without them
   * @throws IllegalArgumentException if the release that has the fix is a branch or affected
   */
  public Advisory {
    if (fixedIn.isBranch() || affected.contains(fixedIn)) {
      throw new IllegalArgumentException(
          fixedIn + " does not fix " + affected + "; name the release that has the fix");
    }
  }

  @JsonCreator
  static Advisory of(
      @JsonProperty(value = "url", required = true) String url,
      @JsonProperty(value = "cves", required = true) List<String> cves,
      @JsonProperty(value = "affected", required = true) VersionRange affected,
      @JsonProperty(value = "fixedIn", required = true) ProsodyVersion fixedIn) {
    return new Advisory(url, ImmutableList.copyOf(cves), affected, fixedIn);
  }

  /** Prints the address and the release that has the fix, for people. */
  @Override
  public String toString() {
    return url + ", fixed in " + fixedIn;
  }
}
