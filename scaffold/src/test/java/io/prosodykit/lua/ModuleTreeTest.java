package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Stability;
import io.prosodykit.catalog.XepRef;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ModuleTreeTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

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
    assertThat(tree.modules()).allMatch(ModuleSource::isFound);
    assertThat(tree.modules().get(2).facts().keySet())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("folder.lib.lua", "mod_folder.lua");
    assertThat(tree.problems()).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void followsLinksAsProsodyDoes(@TempDir Path elsewhere) throws IOException {
    Tree.write(
        elsewhere, Map.of("checkout/mod_far/mod_far.lua", "", "checkout/mod_far/far.lib.lua", ""));
    Files.createSymbolicLink(folder.resolve("mod_far"), elsewhere.resolve("checkout/mod_far"));
    Files.createSymbolicLink(folder.resolve("round"), folder);
    Files.createSymbolicLink(folder.resolve("mod_gone.lua"), folder.resolve("nowhere"));

    ModuleTree tree = read(Map.of("mod_near.lua", ""));

    assertThat(tree.modules()).extracting(ModuleSource::name).containsExactly("far", "near");
    assertThat(tree.modules().get(0).facts()).hasSize(2);
    assertThat(tree.problems()).isEmpty();
  }

  @Test
  void makesAnEntryOfWhatTheFilesTell() throws IOException {
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

    assertThat(tree.catalog().modules())
        .containsExactly(
            ModuleEntry.builder("our_store", Layer.STORAGE, Stability.BETA, "Keeps what is ours")
                .addSpecification(XepRef.of(59))
                .addSpecification(XepRef.of(313))
                .addDependency("http")
                .build());
    assertThat(source.dependencies())
        .containsExactly(
            new Evidence.Dependency("http", false), new Evidence.Dependency("our_soft", true));
    assertThat(source.options())
        .containsExactly(
            new Evidence.Option("our_max", "number", "5"),
            new Evidence.Option("our_path", "string", "\"/tmp\""));
    assertThat(source.provides()).containsExactly("storage");
    assertThat(source.libraries()).containsExactly("util.jid");
    assertThat(ModuleCatalog.parse(tree.catalog().toJson())).isEqualTo(tree.catalog());
  }

  @Test
  void keepsTheRestOfBrokenFilesAndNamesThePlaces() throws IOException {
    ModuleTree tree =
        read(
            Map.of(
                "mod_broken/mod_broken.lua",
                "local x = = 1\nmodule:depends(\"http\");\n",
                "mod_broken/README.md",
                "---\nsummary: [a\nlabels: }\n---\n"));

    assertThat(tree.modules().get(0).dependencies())
        .containsExactly(new Evidence.Dependency("http", false));
    assertThat(tree.problems())
        .extracting(problem -> folder.relativize(problem.file()) + ":" + problem.position())
        .hasSizeGreaterThanOrEqualTo(2)
        .anyMatch(place -> place.startsWith("mod_broken/README.md:3:"))
        .anyMatch(place -> place.startsWith("mod_broken/mod_broken.lua:1:11"));
    assertThat(tree.catalog().get("broken").purpose()).isEqualTo("Prosody module mod_broken");
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

    assertThat(tree.modules().get(0).dependencies())
        .containsExactly(new Evidence.Dependency("http", false));
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
    assertThat(tree.modules().get(0).main()).isEqualTo(folder.resolve("mod_a/mod_a.lua"));
    assertThat(tree.modules().get(1).isFound()).isFalse();
    assertThat(tree.problems())
        .extracting(TreeProblem::message)
        .containsExactlyInAnyOrder(
            "Prosody takes mod_a/mod_a.lua for mod_a",
            "Prosody does not find mod_a_http here: put it into a folder mod_a_http, or this folder"
                + " into plugin_paths",
            "\"Not-A-Name\" is no name of a module: 1 to 64 lower-case letters, digits and"
                + " underscores, no underscore first");
  }

  @Test
  void refusesWhatIsNoFolder() {
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
      assertThat(ModuleCatalog.parse(community.catalog().toJson()).modules())
          .hasSameSizeAs(community.modules());
    }
  }
}
