package io.prosodykit.moduletree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Stability;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.HandledEvent;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.ModuleScope;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.ProvidedName;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.specification.XepRef;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.testing.Tree;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleTreeTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  @TempDir private Path folder;

  private ModuleTree read(Map<String, String> files) throws IOException {
    Tree.write(folder, files);
    return ModuleTree.read(folder);
  }

  @Test
  void findsModulesInEveryLayout() throws IOException {
    ModuleTree tree =
        read(
            Map.of(
                "mod_flat.lua", "",
                "bare/mod_bare.lua", "",
                "mod_folder/mod_folder.lua", "",
                "mod_nested/nested/mod_nested.lua", "",
                "mod_folder/folder.lib.lua", "",
                "mod_folder/spec/mod_folder_spec.lua", "",
                "mod_folder/config/folder.cfg.lua", "",
                ".hg/mod_hidden.lua", "",
                "other.lua", ""));

    assertThat(tree.modules())
        .extracting(ModuleSource::name)
        .containsExactly("bare", "flat", "folder", "nested");
    assertThat(tree.modules()).allMatch(module -> module.files().isFound());
    assertThat(tree.modules().get(2).facts().keySet())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("folder.lib.lua", "mod_folder.lua");
    assertThat(tree.problems()).isEmpty();
  }

  @Test
  void makesOneCatalogueOfSeveralFolders() throws IOException {
    Tree.write(
        folder,
        Map.of(
            "a/mod_x.lua", "module:depends(\"disco\")",
            "b/mod_x.lua", "",
            "b/mod_y.lua", ""));
    ModuleTree first = ModuleTree.read(folder.resolve("a"));
    ModuleTree second = ModuleTree.read(folder.resolve("b"));

    assertThat(ModuleTree.catalog(List.of(first, second), DAY).modules())
        .containsExactly(first.modules().get(0).entry(), second.modules().get(1).entry());
    assertThat(ModuleTree.catalog(List.of(), DAY).modules()).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void followsLinksThatStayInTheFolder() throws IOException {
    Files.createSymbolicLink(folder.resolve("mod_far"), Path.of("checkout/mod_far"));
    Files.createSymbolicLink(folder.resolve("round"), folder);

    ModuleTree tree =
        read(
            Map.of(
                "mod_near.lua", "",
                "checkout/mod_far/mod_far.lua", "",
                "checkout/mod_far/far.lib.lua", ""));

    assertThat(tree.modules()).extracting(ModuleSource::name).containsExactly("far", "near");
    assertThat(tree.modules().get(0).facts()).hasSize(2);
    assertThat(tree.problems())
        .extracting(SourceProblem::message)
        .containsExactly("Prosody loads mod_far/mod_far.lua as mod_far");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void doesNotReadThroughLinksOutOfAModule(@TempDir Path elsewhere) throws IOException {
    Tree.write(elsewhere, Map.of("far.lua", "", "README.md", "---\nsummary: secret\n---\n"));
    Tree.write(folder, Map.of("mod_near/mod_near.lua", "", "lib/other.lua", ""));
    Path module = folder.resolve("mod_near");
    Files.createSymbolicLink(module.resolve("README.md"), elsewhere.resolve("README.md"));
    Files.createSymbolicLink(module.resolve("far.lib.lua"), elsewhere.resolve("far.lua"));
    Files.createSymbolicLink(module.resolve("other.lib.lua"), Path.of("../lib/other.lua"));
    Files.createSymbolicLink(folder.resolve("mod_far.lua"), elsewhere.resolve("far.lua"));

    ModuleTree tree = read(Map.of());

    assertThat(tree.modules()).extracting(ModuleSource::name).containsExactly("near");
    assertThat(tree.modules().get(0).facts()).hasSize(1);
    assertThat(tree.modules().get(0).readme().summary()).isEmpty();
    assertThat(tree.problems())
        .hasSize(4)
        .allMatch(problem -> problem.message().startsWith("is a link out of "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mod_x", "x"})
  void recognizesTheFolderOfAModule(String name) throws IOException {
    Path own = folder.resolve(name);
    Tree.write(
        own,
        Map.of(
            "mod_x.lua", "",
            "inner/helper.lib.lua", "",
            "README.md", "---\nsummary: Does x\n---\n"));

    ModuleTree tree = ModuleTree.read(own);

    assertThat(tree.modules()).hasSize(1);
    ModuleSource module = tree.modules().get(0);
    assertThat(module.files().folder()).contains(own);
    assertThat(module.files().isFound()).isTrue();
    assertThat(module.readme().summary()).contains("Does x");
    assertThat(module.facts().keySet())
        .containsExactly(own.resolve("inner/helper.lib.lua"), own.resolve("mod_x.lua"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void recognizesALinkToTheFolderOfAModule() throws IOException {
    Tree.write(
        folder.resolve("checkout/mod_x"), Map.of("mod_x.lua", "", "inner/helper.lib.lua", ""));
    Path link =
        Files.createSymbolicLink(folder.resolve("current"), folder.resolve("checkout/mod_x"));

    ModuleTree tree = ModuleTree.read(link);

    assertThat(tree.modules()).hasSize(1);
    assertThat(tree.modules().get(0).files().folder()).contains(link);
    assertThat(tree.modules().get(0).facts().keySet())
        .containsExactly(link.resolve("inner/helper.lib.lua"), link.resolve("mod_x.lua"));
  }

  @Test
  void tellsTheNamesOfWhatAModuleProvides() throws IOException {
    ModuleTree tree =
        read(
            Map.of(
                "mod_auth_our/mod_auth_our.lua",
                """
                local provider = {};
                function provider.test_password() end
                module:provides("auth", provider);
                module:provides("net", { name = "our_port"; default_port = 1 });
                module:provides("http");
                local driver = { name = "ours" };
                driver.open = function () end
                module:provides("storage", driver);
                local renamed = {};
                renamed.name = some_name;
                module:provides("net", renamed);
                local computed = {};
                computed[key] = true;
                module:provides("net", computed);
                module:provides("adhoc", new_command());
                """));

    assertThat(tree.modules().get(0).items())
        .containsExactly(
            new ProvidedName("our", "auth"),
            new ProvidedName("auth_our", "http"),
            new ProvidedName("our_port", "net"),
            new ProvidedName("ours", "storage"));
    assertThat(tree.catalog(DAY).knowledge().evidence("auth_our").orElseThrow().behaviour().items())
        .hasSize(4);
    assertThat(ModuleCatalog.parse(tree.catalog(DAY).toJson())).isEqualTo(tree.catalog(DAY));
  }

  @Test
  void makesAnEntryFromItsFiles() throws IOException {
    ModuleTree tree =
        read(
            Map.of(
                "mod_our_store/mod_our_store.lua",
                """
                -- Implements XEP-0313 and XEP-0059
                module:depends("http");
                module:depends("our_soft", true);
                local path = module:get_option_string("our_path", "/tmp");
                module:provides("storage", { name = "our" });
                """,
                "mod_our_store/sql.lib.lua",
                """
                local max = module:get_option_number("our_max", 5);
                local jid = require "util.jid";
                """,
                "mod_our_store/README.md",
                """
                ---
                labels:
                - Stage-Beta
                summary: Keeps what
                  is ours
                ---

                # Introduction
                """));
    ModuleSource source = tree.modules().get(0);

    assertThat(tree.catalog(DAY).modules())
        .containsExactly(
            ModuleEntry.builder("our_store", Layer.STORAGE, Stability.BETA, "Keeps what is ours")
                .addSpecification(XepRef.of(59))
                .addSpecification(XepRef.of(313))
                .addDependency("http")
                .build());
    assertThat(source.dependencies())
        .containsExactly(
            ModuleDependency.on("http"),
            new ModuleDependency("our_soft", ModuleDependency.Kind.SOFT));
    assertThat(source.options())
        .containsExactly(
            new ModuleOption("our_max", "number", "5"),
            new ModuleOption("our_path", "string", "\"/tmp\""));
    assertThat(source.provides()).containsExactly("storage");
    assertThat(source.libraries()).containsExactly("util.jid");
    assertThat(ModuleCatalog.parse(tree.catalog(DAY).toJson())).isEqualTo(tree.catalog(DAY));
  }

  @Test
  void itsCatalogueKnowsWhatTheModulesDo() throws IOException {
    ModuleCatalog catalog =
        read(Map.of(
                "mod_relay.lua",
                """
                --% conflicts: mod_other
                module:set_global(); module:depends('http');
                module:get_option_integer('relay_max', 5); module:add_feature("urn:x");
                module:hook("message/host", f); module:hook_global("relay/" .. kind, f);
                module:hook(any(), f); function module.add_host(module) end
                module:fire_event("relay/" .. kind); module:fire_event(any());
                """,
                "mod_fresh/mod_fresh.lua",
                "",
                "mod_fresh/.prosodykit.json",
                "{\"spec\": {\"targets\": \"13.0\"}}",
                "mod_http_upload.lua",
                ""))
            .catalog(DAY);
    Evidence relay = catalog.get("relay").evidence().orElseThrow();

    assertThat(relay.dependencies().get(0).value()).isEqualTo(ModuleDependency.on("http"));
    assertThat(relay.options().get(0).value())
        .isEqualTo(new ModuleOption("relay_max", "integer", "5"));
    assertThat(relay.behaviour().events())
        .extracting(Sourced::value)
        .containsExactly(
            new HandledEvent("message/host", HandledEvent.HOOK),
            new HandledEvent("relay/…", "hook_global"));
    assertThat(relay.behaviour().fires()).extracting(Sourced::value).containsExactly("relay/…");
    assertThat(relay.behaviour().features()).extracting(Sourced::value).containsExactly("urn:x");
    assertThat(relay.behaviour().hints())
        .extracting(Sourced::value)
        .containsExactly(new LoaderHint("conflicts", ImmutableList.of("mod_other")));
    assertThat(relay.behaviour().scopes())
        .extracting(Sourced::value)
        .containsExactly(ModuleScope.SHARED);
    assertThat(catalog.query().handling("message/host").modules())
        .extracting(ModuleEntry::name)
        .containsExactly("relay");
    assertThat(catalog.query().firing("relay/message").modules())
        .extracting(ModuleEntry::name)
        .containsExactly("relay");
    assertThat(relay.presence(ProsodyVersion.V0_11)).isEqualTo(Presence.LOCAL);
    for (ProsodyVersion branch : catalog.knowledge().branches()) {
      assertThat(catalog.compatibility("relay", branch).verdict()).isEqualTo(Verdict.COMPATIBLE);
    }
    assertThat(catalog.compatibility("fresh", ProsodyVersion.V13_0).verdict())
        .isEqualTo(Verdict.COMPATIBLE);
    assertThat(catalog.compatibility("fresh", ProsodyVersion.V0_12).verdict())
        .isEqualTo(Verdict.INCOMPATIBLE);
    // the house's fork, not the community's module that is gone
    assertThat(catalog.compatibility("http_upload", ProsodyVersion.V13_0).verdict())
        .isEqualTo(Verdict.COMPATIBLE);
    assertThat(catalog.knowledge().asOf()).isEqualTo(DAY);
  }

  @Test
  void keepsTheRestOfBrokenFilesAndNamesThePlaces() throws IOException {
    ModuleTree tree =
        read(
            Map.of(
                "mod_broken/mod_broken.lua",
                "local x = = 1\nmodule:depends(\"http\");\n",
                "mod_broken/README.md",
                "---\ntitle: [a\nlabels: }\n---\n"));

    assertThat(tree.modules().get(0).dependencies()).containsExactly(ModuleDependency.on("http"));
    assertThat(tree.problems())
        .extracting(problem -> folder.relativize(problem.file()) + ":" + problem.position())
        .hasSizeGreaterThanOrEqualTo(2)
        .anyMatch(place -> place.startsWith("mod_broken/README.md:3:"))
        .anyMatch(place -> place.startsWith("mod_broken/mod_broken.lua:1:11"));
    assertThat(tree.catalog(DAY).get("broken").purpose()).isEqualTo("Prosody module mod_broken");
  }

  @Test
  void doesNotNeedItself() throws IOException {
    ModuleTree tree =
        read(
            Map.of(
                "mod_ours/mod_ours.lua",
                """
                module:depends("http");
                function module.command(arg)
                  module.host = arg[1];
                  return module:depends("ours");
                end
                """));

    assertThat(tree.modules().get(0).dependencies()).containsExactly(ModuleDependency.on("http"));
  }

  @Test
  void saysWhatProsodyDoesNotFind() throws IOException {
    ModuleTree tree =
        read(
            Map.of(
                "mod_a/mod_a.lua", "",
                "mod_a/mod_a_http.lua", "",
                "mod_a.lua", "",
                "mod_Not-A-Name.lua", ""));

    assertThat(tree.modules()).extracting(ModuleSource::name).containsExactly("a", "a_http");
    assertThat(tree.modules().get(0).files().main()).isEqualTo(folder.resolve("mod_a/mod_a.lua"));
    assertThat(tree.modules().get(1).files().isFound()).isFalse();
    assertThat(tree.problems())
        .extracting(SourceProblem::message)
        .containsExactlyInAnyOrder(
            "Prosody loads mod_a/mod_a.lua as mod_a",
            "Prosody does not find mod_a_http here: move it into a folder mod_a_http, or add this folder"
                + " to plugin_paths",
            "\"Not-A-Name\" is not a module name; a name has 1 to 64 lower-case letters, digits and"
                + " underscores, and does not begin with an underscore");
  }

  @Test
  void refusesWhatIsNotAFolder() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ModuleTree.read(folder.resolve("missing")));
  }

  @Test
  void readsEveryPackageWithoutACrash() throws IOException {
    for (String branch : new String[] {"0.11", "0.12", "13.0"}) {
      Path release = ProsodyReleases.folder(branch);
      ModuleTree own = ModuleTree.read(release.resolve("root/usr/lib/prosody/modules"));
      ModuleTree community = ModuleTree.read(release.resolve("modules"));

      assertThat(own.modules()).hasSizeGreaterThan(70);
      assertThat(own.problems()).isEmpty();
      assertThat(community.modules()).hasSizeGreaterThan(70);
      assertThat(ModuleCatalog.parse(community.catalog(DAY).toJson()).modules())
          .hasSameSizeAs(community.modules());
    }
  }
}
