package io.prosodykit.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import java.util.List;

/**
 * What a module needs of a configuration in one of two versions only.
 *
 * @param module the module, without {@code mod_}
 * @param kind which version has the rule
 * @param rule the rule, as a clause without a full stop that follows the name of the module: {@code
 *     needs the option turn_external_secret}, {@code conflicts with vcard_legacy}
 * @param sources who says so, of the sources from the time of the two versions
 * @since 0.1.0
 */
public record RuleChange(
    String module, ApiChange.Kind kind, String rule, ImmutableList<Source> sources) {

  @JsonCreator
  static RuleChange of(
      @JsonProperty(value = "module", required = true) String module,
      @JsonProperty(value = "kind", required = true) ApiChange.Kind kind,
      @JsonProperty(value = "rule", required = true) String rule,
      @JsonProperty(value = "sources", required = true) List<Source> sources) {
    return new RuleChange(module, kind, rule, ImmutableList.copyOf(sources));
  }
}
