package io.prosodykit.server;

import io.prosodykit.config.ConfigSection;
import io.prosodykit.lua.LuaText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Writes a server's configuration in Lua, from beginning to end. */
final class ConfigurationText {
  private final StringBuilder lua = new StringBuilder();

  /** Appends the options that examples and the user's own lines may change. */
  ConfigurationText defaults(Collection<String> hosts) {
    lua.append("c2s_require_encryption = false\n");
    lua.append("allow_unencrypted_plain_auth = true\n");
    lua.append("authentication = \"internal_plain\"\n");
    return list("admins", hosts.stream().map(name -> Accounts.ADMIN + "@" + name).toList());
  }

  /**
   * Appends the options that override everything before them.
   *
   * @param data the folder for the server's data
   */
  ConfigurationText fixed(Path data, Ports ports) {
    value("certificates", LuaText.quote(data.toString()));
    lua.append("local options = _ENV or getfenv(1)\n");
    FixedOptions.of(data, ports).forEach(this::value);
    return this;
  }

  ConfigurationText script(String file) {
    return call("RunScript", file);
  }

  ConfigurationText include(Path file) {
    return call("Include", file.toString());
  }

  private ConfigurationText call(String function, String text) {
    lua.append(function).append(' ').append(LuaText.quote(text)).append('\n');
    return this;
  }

  /**
   * Appends an option with a value in Lua. Its name may be any text, because names of modules may
   * be.
   */
  ConfigurationText value(String option, String value) {
    String target =
        LuaText.isIdentifier(option) ? option : "options[" + LuaText.quote(option) + "]";
    lua.append(target).append(" = ").append(value).append('\n');
    return this;
  }

  ConfigurationText list(String option, Collection<String> texts) {
    List<String> quoted = texts.stream().map(LuaText::quote).toList();
    return value(option, "{ " + String.join(", ", quoted) + " }");
  }

  /** Begins a section; its options follow. */
  ConfigurationText section(ConfigSection section) {
    lua.append('\n').append(section.opening()).append('\n');
    return this;
  }

  /** Appends a list of the section. */
  ConfigurationText sectionList(String option, Collection<String> texts) {
    lua.append('\t');
    return list(option, texts);
  }

  @Override
  public String toString() {
    return lua.toString();
  }
}
