package io.prosodykit.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.testing.ContinuousIntegration;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.testing.RequiresProgram;
import io.prosodykit.testing.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Installs rocks with {@code prosodyctl install}, which calls the real luarocks. */
@RequiresProgram({"luarocks", "unzip"})
@Timeout(120)
class InstallTest {
  private static final Instant TIME = Instant.parse("2026-11-23T12:00:00Z");

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private Path configure(String modules) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    return Files.writeString(
        folder.resolve("prosody.cfg.lua"),
        """
        run_as_root = true
        installer_plugin_path = "%1$s/plugins"
        data_path = "%2$s"
        certificates = "%2$s"
        modules_enabled = { "saslauth", "disco", %3$s }
        modules_disabled = { "s2s" }
        interfaces = { "127.0.0.1" }
        c2s_ports = { %4$d }
        log = { debug = "*stdout" }
        VirtualHost "localhost"
        """
            .formatted(folder, data, modules, freePort()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path rocks(Path modules) throws IOException {
    Packages.read(List.of(modules), "1.0").writeTo(folder.resolve("packages"), TIME);
    return folder.resolve("packages").resolve(Packages.ROCKS);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
    return output;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.12", "13.0"})
  void prosodyctlInstallsThemAndTheServerLoadsThem(String branch) throws Exception {
    Path server = ProsodyReleases.server(branch);
    Path modules = folder.resolve("modules");
    Tree.write(
        modules,
        Map.of(
            "mod_shelf/mod_shelf.lua",
            """
            local label = module:require "label";
            local file = assert(module:load_resource("html/page.txt"));
            module:log("info", "the shelf holds %s and %s", label.text, file:read("*l"));
            file:close();
            module:hook_global("server-started", function ()
            	module:log("info", "everything is loaded");
            end);
            """,
            "mod_shelf/label.lib.lua",
            "return { text = \"a label\" };\n",
            "mod_shelf/html/page.txt",
            "a page\n"));
    Scaffold.of(ModuleSpec.builder("greeter", Recipe.IQ_HANDLER).build())
        .writeTo(modules, OnConflict.FAIL);
    Path rocks = rocks(modules);
    Path configuration = configure("\"shelf\", \"greeter\"");

    for (String module : List.of("mod_shelf", "mod_greeter")) {
      run(
          List.of(
              server.resolve("prosodyctl").toString(),
              "--config",
              configuration.toString(),
              "install",
              "--server=" + rocks,
              module));
    }

    List<String> log = boot(server, configuration);
    assertThat(log)
        .anyMatch(line -> line.contains("the shelf holds a label and a page"))
        .noneMatch(line -> line.matches("\\S+\\s+(error|warn)\t.*"));
  }

  /** Starts the server, waits until all its modules are loaded, and stops it. */
  private static List<String> boot(Path server, Path configuration)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                server.resolve("prosody").toString(), "-F", "--config", configuration.toString())
            .redirectErrorStream(true)
            .start();
    List<String> log = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
        if (line.contains("everything is loaded")) {
          break;
        }
      }
    } finally {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    return log;
  }

  @Test
  void luarocksInstallsEveryRecipe() throws Exception {
    Path modules = folder.resolve("modules");
    for (Recipe recipe : Recipe.all()) {
      String name = recipe.prefix() + recipe.id().replace('-', '_');
      Scaffold.of(ModuleSpec.builder(name, recipe).build()).writeTo(modules, OnConflict.FAIL);
    }
    Path rocks = rocks(modules);
    Path tree = folder.resolve("tree");
    for (ModulePackage module : Packages.read(List.of(modules), "1.0").modules()) {
      run(
          List.of(
              "luarocks",
              "--lua-version=5.4",
              "install",
              "--tree=" + tree,
              "--only-server=" + rocks,
              module.name()));
      assertThat(tree.resolve("share/lua/5.4/%1$s/%1$s.lua".formatted(module.name())))
          .isRegularFile();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.12", "13.0"})
  void luarocksMakesAModuleWithoutRockspecFromItsZip(String branch) throws Exception {
    Path server = ProsodyReleases.server(branch);
    requireHeaders();
    Path modules = folder.resolve("modules");
    Tree.write(
        modules,
        Map.of(
            "mod_shelf/mod_shelf.lua",
            """
            local label = module:require "label";
            local inner = module:require "inner/more";
            module:log("info", "the shelf holds %s and %s", label.text, inner.text);
            module:hook_global("server-started", function ()
            	module:log("info", "everything is loaded");
            end);
            """,
            "mod_shelf/label.lib.lua",
            "return { text = \"a label\" };\n",
            "mod_shelf/inner/more.lib.lua",
            "return { text = \"more\" };\n"));
    Packages packages = Packages.read(List.of(modules), "1.0");
    Path zip = Files.write(folder.resolve("all.zip"), packages.zip(TIME));
    run(List.of("unzip", "-q", zip.toString(), "-d", folder.resolve("unpacked").toString()));
    Path tree = folder.resolve("plugins");
    run(
        List.of(
            "sh",
            "-c",
            "cd '%s' && luarocks --lua-version=5.4 make --tree='%s'"
                .formatted(folder.resolve("unpacked/mod_shelf"), tree)));

    List<String> log = boot(server, configure("\"shelf\""));
    assertThat(log)
        .anyMatch(line -> line.contains("the shelf holds a label and more"))
        .noneMatch(line -> line.matches("\\S+\\s+(error|warn)\t.*"));
  }

  /** LuaRocks does not build a rock without them, although it compiles nothing. */
  private static void requireHeaders() {
    if (!Files.exists(Path.of("/usr/include/lua5.4/lua.h"))) {
      String reason = "no headers of Lua 5.4; install liblua5.4-dev";
      if (ContinuousIntegration.isOn()) {
        fail(reason);
      }
      abort(reason);
    }
  }
}
