package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Optional;

/**
 * An option of the configuration that Prosody dropped or renamed.
 *
 * @param name the option's name, for example {@code legacy_ssl_ports}
 * @param since the first branch in which the option is obsolete, for example 0.12: it is not read,
 *     or only for old configurations
 * @param successors the options that replaced it, for example {@code c2s_direct_tls_ports}; empty
 *     if the option was dropped
 * @param module the module, without {@code mod_}, that does what the option asked for; empty for
 *     nearly all options
 * @param remark what replaced the option if that is neither an option nor a module, as a clause
 *     without a full stop; empty for nearly all options
 * @param checked the versions, from 0.11.9 on, whose {@code prosodyctl check config} calls the
 *     option obsolete or deprecated
 * @since 0.1.0
 */
public record ObsoleteOption(
    String name,
    ProsodyVersion since,
    ImmutableSet<String> successors,
    Optional<String> module,
    Optional<String> remark,
    VersionRange checked) {
  /**
   * {@return whether {@code prosodyctl check config} calls the option obsolete or deprecated}
   *
   * @param version a release, or a branch, of which one release is enough; nothing is recorded
   *     about versions before 0.11.9
   */
  public boolean isChecked(ProsodyVersion version) {
    return OptionNames.reaches(checked, version);
  }

  /**
   * {@return what to do about the option in a configuration, as a clause without a full stop:
   * {@code set c2s_direct_tls_ports instead}, {@code enable mod_vcard_legacy instead}, {@code
   * remove it}}
   */
  public String advice() {
    if (!successors.isEmpty()) {
      return "set " + String.join(" and ", successors) + " instead";
    } else if (module.isPresent()) {
      return "enable mod_" + module.get() + " instead";
    }
    return remark.map(text -> "remove it: " + text).orElse("remove it");
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("name", name).put("since", since).put("successors", successors);
    module.ifPresent(instead -> fields.put("module", instead));
    remark.ifPresent(text -> fields.put("remark", text));
    return fields.put("checked", checked).buildOrThrow();
  }

  /** Prints the name and the branch, for people. */
  @Override
  public String toString() {
    return name + ", obsolete since " + since;
  }
}
