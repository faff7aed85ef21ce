package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.Optional;

/**
 * An option of the configuration, or all options whose names match a pattern.
 *
 * @param pattern the option, for example {@code log}, or a pattern in which an asterisk stands for
 *     one character or more: {@code *_ports}, {@code http_file_share_*}
 * @param versions the versions of Prosody for which the fact about these options holds
 * @param except options that match the pattern and are not meant
 * @param module the module, without {@code mod_}, that reads the options; empty if it is not one
 *     module that does
 * @since 0.1.0
 */
public record OptionNames(
    String pattern, VersionRange versions, ImmutableSet<String> except, Optional<String> module) {
  /**
   * {@return whether an option is one of these}
   *
   * @param option for example {@code c2s_ports}
   */
  public boolean matches(String option) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return option.equals(pattern);
    }
    return option.length() >= pattern.length()
        && option.startsWith(pattern.substring(0, star))
        && option.endsWith(pattern.substring(star + 1))
        && !except.contains(option);
  }

  /**
   * {@return whether the fact holds for a version}
   *
   * @param version a release, {@code 0.12.4}, or a branch, {@code 0.12}, for which it holds if it
   *     does for one of its releases
   */
  public boolean holdsOn(ProsodyVersion version) {
    return reaches(versions, version);
  }

  /** Whether a range contains a version or, if it is a branch, one of its releases. */
  static boolean reaches(VersionRange range, ProsodyVersion version) {
    return version.isBranch()
        ? !range.branches(List.of(version)).isEmpty()
        : range.contains(version);
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("pattern", pattern).put("versions", versions).put("except", except);
    module.ifPresent(name -> fields.put("module", name));
    return fields.buildOrThrow();
  }
}
