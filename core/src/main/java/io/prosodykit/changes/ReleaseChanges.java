package io.prosodykit.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;

/**
 * What changes from one version of Prosody to another: modules, their options, and what modules
 * find in the server. It says what the code does, not what anybody announced.
 *
 * <p>In JSON it is an object of its components, sources by their ids.
 *
 * @param from the first version
 * @param to the second version, which may be the older one
 * @param fromSources the sources from the time of the first version
 * @param toSources the sources from the time of the second version
 * @param fromSupport until when Prosody supports the first version, and its security advisories
 * @param toSupport the same of the second version
 * @param modules the modules whose place changes, by kind and then in the order of the catalogue
 * @param options the options that a module reads differently, of the modules that both versions
 *     have, in the order of the catalogue and then by name
 * @param rules what modules need of a configuration in one version only, in the order of the
 *     catalogue
 * @param functions the functions of the module API that one version lacks, by name
 * @param libraries the libraries that one version lacks, by name
 * @param members the members of libraries and objects that differ, of those that both versions
 *     have, by name; without the functions of the module API that one version lacks
 * @param events the events that Prosody fires in one version only, by name
 * @param lua the versions of Lua
 * @param unknown the modules that were asked for and about which nothing is recorded
 * @since 0.1.0
 */
public record ReleaseChanges(
    ProsodyVersion from,
    ProsodyVersion to,
    ImmutableList<Source> fromSources,
    ImmutableList<Source> toSources,
    ReleaseSupport fromSupport,
    ReleaseSupport toSupport,
    ImmutableList<ModuleChange> modules,
    ImmutableList<OptionChange> options,
    ImmutableList<RuleChange> rules,
    ImmutableList<ApiChange> functions,
    ImmutableList<ApiChange> libraries,
    ImmutableList<MemberChange> members,
    ImmutableList<EventChange> events,
    LuaChange lua,
    ImmutableList<String> unknown) {

  @JsonCreator
  static ReleaseChanges of(
      @JsonProperty(value = "from", required = true) ProsodyVersion from,
      @JsonProperty(value = "to", required = true) ProsodyVersion to,
      @JsonProperty(value = "fromSources", required = true) List<Source> fromSources,
      @JsonProperty(value = "toSources", required = true) List<Source> toSources,
      @JsonProperty(value = "fromSupport", required = true) ReleaseSupport fromSupport,
      @JsonProperty(value = "toSupport", required = true) ReleaseSupport toSupport,
      @JsonProperty(value = "modules", required = true) List<ModuleChange> modules,
      @JsonProperty(value = "options", required = true) List<OptionChange> options,
      @JsonProperty(value = "rules", required = true) List<RuleChange> rules,
      @JsonProperty(value = "functions", required = true) List<ApiChange> functions,
      @JsonProperty(value = "libraries", required = true) List<ApiChange> libraries,
      @JsonProperty(value = "members", required = true) List<MemberChange> members,
      @JsonProperty(value = "events", required = true) List<EventChange> events,
      @JsonProperty(value = "lua", required = true) LuaChange lua,
      @JsonProperty(value = "unknown", required = true) List<String> unknown) {
    return new ReleaseChanges(
        from,
        to,
        ImmutableList.copyOf(fromSources),
        ImmutableList.copyOf(toSources),
        fromSupport,
        toSupport,
        ImmutableList.copyOf(modules),
        ImmutableList.copyOf(options),
        ImmutableList.copyOf(rules),
        ImmutableList.copyOf(functions),
        ImmutableList.copyOf(libraries),
        ImmutableList.copyOf(members),
        ImmutableList.copyOf(events),
        lua,
        ImmutableList.copyOf(unknown));
  }

  /**
   * Compares two versions of Prosody, and some modules.
   *
   * @param server what is known about the server, about Prosody's releases and about the modules
   * @param from a release, a branch or trunk
   * @param to another one, usually a later one
   * @param modules the names of the modules, with or without {@code mod_}
   * @return what changes in the server and for these modules; it lists the names about which
   *     nothing is recorded
   * @throws IllegalArgumentException if nothing is recorded about one of the versions
   */
  public static ReleaseChanges between(
      ServerFacts server, ProsodyVersion from, ProsodyVersion to, Iterable<String> modules) {
    return new ReleaseComparison(server, from, to).of(modules);
  }

  /**
   * Writes the changes as a JSON document.
   *
   * @return the document, which ends in a newline
   */
  public String toJson() {
    return ReleaseChangesWriter.write(this);
  }
}
