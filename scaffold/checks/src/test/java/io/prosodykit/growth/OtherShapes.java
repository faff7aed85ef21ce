package io.prosodykit.growth;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.prosodykit.config.ConfigFile;
import io.prosodykit.json.Json;
import io.prosodykit.lua.LuaText;
import io.prosodykit.module.FrontMatter;
import io.prosodykit.module.Rockspec;
import io.prosodykit.moduletree.ModuleLayout;
import io.prosodykit.scaffold.DependencySpec;
import io.prosodykit.scaffold.HookSpec;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.PermissionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.StoreSpec;
import io.prosodykit.server.LogEntry;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Writing from specifications, and reading of other files. */
public final class OtherShapes implements Supplier<Map<String, IntFunction<Runnable>>> {
  private final ImmutableMap.Builder<String, IntFunction<Runnable>> shapes = ImmutableMap.builder();

  /** Work on a text of repeated parts. */
  private void add(String name, Consumer<String> read, String before, String part, String after) {
    shapes.put(
        name,
        parts -> {
          String text = Sources.repeat(before, parts, part, after);
          return () -> read.accept(text);
        });
  }

  private void addSpec(String name, BiConsumer<ModuleSpecBuilder, Integer> more) {
    shapes.put(
        "scaffold: " + name,
        parts ->
            () -> {
              ModuleSpecBuilder spec = ModuleSpec.builder("greeter", Recipe.IQ_HANDLER);
              for (int i = 0; i < parts / 8; i++) {
                more.accept(spec, i);
              }
              Scaffold.of(spec.build()).files();
            });
  }

  @Override
  public Map<String, IntFunction<Runnable>> get() {
    addSpec("options", (spec, i) -> spec.addOption(OptionSpec.string("greeter_" + i, "x")));
    addSpec("hooks", (spec, i) -> spec.addHook(HookSpec.of("my-event/x" + i)));
    addSpec("features", (spec, i) -> spec.addFeature("urn:x:" + i));
    addSpec("dependencies", (spec, i) -> spec.addDependency(new DependencySpec("d" + i, false)));
    addSpec(
        "hooks with permissions",
        (spec, i) ->
            spec.addPermission(new PermissionSpec("a" + i, "prosody:user"))
                .addHook(new HookSpec("message/bare", i, false, Optional.of("a" + i))));
    addSpec("stores", (spec, i) -> spec.addStore(new StoreSpec("s" + i, StoreSpec.Type.KEYVAL)));
    add("options, as text", OptionSpec::parseAll, "a_x:string=x", ",a_#:string=x", "");
    add("hooks, as text", HookSpec::parseAll, "x", ",y#", "");
    addConfigurations();
    add("json: lists", Json::read, "[", "1, ", "1]");
    add("json: objects", Json::read, "{", "\"a#\": 1, ", "\"b\": 1}");
    add("lua: quoting", LuaText::quote, "", "\"\\\n\u00e9", "");
    add("rockspec: modules", Rockspec::parse, "build = { modules = {", "m# = 'm#.lua', ", "} }");
    add("front matter: labels", FrontMatter::read, "---\nlabels:\n", "- l#\n", "---\n");
    add("front matter: no end", FrontMatter::read, "---\n", "- l#\n", "");
    add("front matter: summary", FrontMatter::read, "---\nsummary: x", " x \n ", "\n---\n");
    add("log: entries", LogEntry::parse, "", "Jan 01 00:00:00 mod#\terror\tfailed #\n", "");
    add("log: lines of an entry", LogEntry::parse, "Jan 01 00:00:00 m\terror\tx\n", "at #\n", "");
    addTree("modules", "mod_m#/mod_m#.lua");
    addTree("misplaced modules", "a/b/c#/mod_m#.lua");
    addTree("modules of one name", "c#/mod_m.lua");
    addTree("libraries of one module", "mod_m/a/b/c#/d.lib.lua");
    return shapes.buildOrThrow();
  }

  private void addTree(String name, String path) {
    shapes.put("tree: " + name, parts -> () -> withFiles(parts / 8, path, OtherShapes::find));
  }

  private static Object find(Path folder) throws IOException {
    return ModuleLayout.find(folder).libraries();
  }

  private void addConfigurations() {
    addConfiguration("options", "", "o# = #\n", "");
    addConfiguration("hosts", "", "VirtualHost 'h#'\n", "");
    addConfiguration("one host", "", "VirtualHost 'h'\n", "");
    addConfiguration("components", "", "Component 'c#' 'muc'\n", "");
    addConfiguration("modules", "modules_enabled = {", "'m#', ", "}\n");
    addConfiguration("modules of hosts", "", "VirtualHost 'h#' modules_enabled = { 'm#' }\n", "");
    addConfiguration("lists of one host", "", "VirtualHost 'h' modules_enabled = { 'm#' }\n", "");
    addConfiguration("computed lists", "", "modules_enabled = f(#)\n", "");
    addConfiguration("missing files", "", "Include 'x#.cfg.lua'\n", "");
    shapes.put(
        "configuration: hosts with all modules",
        parts ->
            configuration(
                Sources.repeat("modules_enabled = {", parts, "'m#', ", "}\n")
                    + Sources.repeat(
                        "", parts, "VirtualHost 'h#' modules_disabled = { 'm#', 'm0' }\n", "")));
    shapes.put(
        "configuration: one host with all modules",
        parts ->
            configuration(
                Sources.repeat("VirtualHost 'h' modules_enabled = {", parts, "'m#', ", "}\n")
                    + "VirtualHost 'h'\n".repeat(parts)));
  }

  private void addConfiguration(String name, String before, String part, String after) {
    shapes.put(
        "configuration: " + name,
        parts -> configuration(Sources.repeat(before, parts, part, after)));
  }

  private static Runnable configuration(String text) {
    return () ->
        with(
            ImmutableMap.of("prosody.cfg.lua", text),
            folder -> ConfigFile.read(folder.resolve("prosody.cfg.lua")));
  }

  /** Reads a folder. */
  private interface Reading {
    Object read(Path folder) throws IOException;
  }

  private static void withFiles(int files, String path, Reading reading) {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    for (int i = 0; i < files; i++) {
      texts.put(path.replace("#", String.valueOf(i)), "module:depends('m" + (i + 1) + "')");
    }
    with(texts.buildOrThrow(), reading);
  }

  private static void with(ImmutableMap<String, String> files, Reading reading) {
    try {
      Path folder = Files.createTempDirectory("growth");
      try {
        Tree.write(folder, files);
        reading.read(folder);
      } finally {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
