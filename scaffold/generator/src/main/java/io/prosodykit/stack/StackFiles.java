package io.prosodykit.stack;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.io.Resources;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Stability;
import io.prosodykit.catalog.StackConcern;
import io.prosodykit.lua.LuaText;
import io.prosodykit.text.Joined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the files of a configuration. */
final class StackFiles {
  private static final String SCRIPT = "config/stack/stack.lua";

  private final ConfigurationStack stack;
  private final Components components;

  StackFiles(ConfigurationStack stack) {
    this.stack = stack;
    this.components = Components.of(stack);
  }

  ImmutableSortedMap<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    Map<StackConcern, List<ModuleEntry>> byConcern = new LinkedHashMap<>();
    for (StackConcern concern : StackConcern.all()) {
      List<ModuleEntry> modules =
          stack.modules().stream()
              .filter(module -> StackConcern.of(module).equals(concern))
              .toList();
      if (!modules.isEmpty()) {
        byConcern.put(concern, modules);
      }
    }
    OptionLines options = new OptionLines(stack.targets());
    byConcern.forEach(
        (concern, modules) -> files.put(concern.path(), concern(concern, modules, options)));
    stack.hosts().forEach(host -> files.put(hostPath(host), host(host)));
    files.put(SCRIPT, script());
    files.put("prosody.cfg.lua", main(byConcern.keySet()));
    files.put("README.md", readme());
    return ImmutableSortedMap.copyOf(files);
  }

  private static String hostPath(String host) {
    return "config/hosts/" + Domain.ascii(host).orElseThrow() + ".cfg.lua";
  }

  private static String script() {
    StringBuilder stabilities = new StringBuilder();
    for (Stability stability : Stability.values()) {
      stabilities.append(
          "stack.%1$s = list(\"%1$s\", switch(\"%1$s\", %2$s));\n"
              .formatted(stability.id(), stability.enabledByDefault()));
    }
    try {
      return Resources.toString(
              Resources.getResource(StackFiles.class, "stack.lua"), StandardCharsets.UTF_8)
          .replace("--STABILITIES\n", stabilities);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String main(Iterable<StackConcern> concerns) {
    StringBuilder text = new StringBuilder();
    text.append("-- Prosody's configuration, for ")
        .append(Joined.commas(stack.targets().branches()))
        .append(". Add a line here for each further file.\n")
        .append("-- Lua.stack, which the files use, is made by ")
        .append(SCRIPT)
        .append(".\n")
        .append("RunScript ")
        .append(LuaText.quote(SCRIPT))
        .append("\n\n");
    concerns.forEach(concern -> include(text, concern.path()));
    text.append("\nmodules_enabled = Lua.stack.modules()\n")
        .append("modules_disabled = Lua.stack.disabled()\n\n");
    stack.hosts().forEach(host -> include(text, hostPath(host)));
    return text.append("\nLua.stack.check()\n").toString();
  }

  private static void include(StringBuilder text, String path) {
    text.append("Include ").append(LuaText.quote(path)).append('\n');
  }

  private String concern(StackConcern concern, List<ModuleEntry> modules, OptionLines options) {
    StringBuilder text = new StringBuilder();
    text.append("-- ")
        .append(concern.layer().title())
        .append(": ")
        .append(concern.name())
        .append('\n');
    for (ModuleEntry module : modules) {
      String list = "{ " + LuaText.quote(module.name()) + " }";
      text.append("\n-- ").append(oneLine(module.purpose())).append('\n');
      text.append("Lua.stack.").append(module.stability().id()).append(' ');
      text.append(
          components.placeOf(module).map(place -> "{ " + place + " = " + list + " }").orElse(list));
      text.append('\n');
      options.of(module).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private String host(String host) {
    StringBuilder text = new StringBuilder("VirtualHost " + LuaText.quote(host) + "\n");
    for (String module : components.modules()) {
      text.append("\nif Lua.stack.has ").append(LuaText.quote(module)).append(" then\n");
      text.append("\tComponent ")
          .append(LuaText.quote(Components.label(module) + "." + host))
          .append(' ')
          .append(LuaText.quote(module))
          .append('\n');
      if (components.hasModulesOn(module)) {
        text.append("\t\tmodules_enabled = Lua.stack.modules ")
            .append(LuaText.quote(module))
            .append('\n');
      }
      text.append("end\n");
    }
    return text.toString();
  }

  private String readme() {
    List<String> variables = new ArrayList<>();
    for (Stability stability : Stability.values()) {
      variables.add(
          "- `"
              + stability.variable()
              + "`: "
              + (stability == Stability.CORE
                  ? "always `true`"
                  : "`" + stability.enabledByDefault() + "` by default"));
    }
    String left =
        stack.leftOut().entrySet().stream()
            .map(entry -> "- `" + entry.getKey() + "`: " + oneLine(entry.getValue()))
            .collect(joining("\n"));
    return """
        # Prosody's configuration

        For Prosody %s. `prosody.cfg.lua` is the file for the server:
        `prosodyctl --config prosody.cfg.lua check config`.

        These environment variables decide, when Prosody reads its configuration, which modules are on:

        %s
        - `PROSODY_ENABLE_MODULES`, `PROSODY_DISABLE_MODULES`: names with commas or spaces between

        Each file in `config/stack` lists modules of a layer, and their options.
        %s"""
        .formatted(
            Joined.commas(stack.targets().branches()),
            String.join("\n", variables),
            left.isEmpty() ? "" : "\nThese modules are left out:\n\n" + left + "\n");
  }

  /** A text of the catalogue, which may be anyone's. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}
