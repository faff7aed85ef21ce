package io.prosodykit.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.HandledEvent;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.ProvidedName;
import io.prosodykit.evidence.Source;
import io.prosodykit.moduletree.ModuleSource;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Derives the evidence of the packages again, and compares it. With {@code
 * -Dprosodykit.rewriteEvidence=true} it rewrites the files, and fails so that nobody leaves it on.
 */
@Tag("external")
final class EvidenceTest {
  private static final Path DATA =
      Path.of(System.getProperty("prosodykit.root"))
          .resolve("catalog-data/src/main/resources/io/prosodykit/catalog/data");

  /** A package, and the source that its modules are evidence for. */
  private record DebianPackage(String server, String source, boolean ofProsody) {
    Path folder() {
      Path release = ProsodyReleases.folder(server);
      return release.resolve(ofProsody ? "root/usr/lib/prosody/modules" : "modules");
    }

    String branch() {
      return ProsodyReleases.branch(server);
    }
  }

  private static final List<DebianPackage> PACKAGES =
      List.of(
          new DebianPackage("0.11", "0.11.9", true),
          new DebianPackage("0.11", "2021-01", false),
          new DebianPackage("0.12", "0.12.3", true),
          new DebianPackage("0.12", "2023-02", false),
          new DebianPackage("13.0", "13.0.1", true),
          new DebianPackage("13.0", "2025-04", false),
          new DebianPackage(ProsodyReleases.NEWEST, "13.0.6", true),
          new DebianPackage(ProsodyReleases.NEWEST, "2026-07", false));

  @Test
  void packagesAgreeWithTheData() throws IOException {
    List<EvidenceFile> files =
        List.of(
            EvidenceFile.read(DATA.resolve("presence.json"), DATA.resolve("facts.json")),
            EvidenceFile.read(DATA.resolve("more-presence.json"), DATA.resolve("more-facts.json")));
    List<String> sources = PACKAGES.stream().map(DebianPackage::source).toList();
    for (EvidenceFile file : files) {
      file.forget(sources, PACKAGES.stream().map(DebianPackage::branch).distinct().toList());
    }
    Set<String> unknown = new TreeSet<>();
    for (DebianPackage each : PACKAGES) {
      for (ModuleSource module : ModuleTree.read(each.folder()).modules()) {
        files.stream()
            .filter(file -> file.has(module.name()))
            .findFirst()
            .ifPresentOrElse(file -> add(module, each, file), () -> unknown.add(module.name()));
      }
    }
    files.forEach(file -> file.joinTables());
    assertThat(unknown).as("modules in the packages that the catalogue does not know").isEmpty();
    boolean rewrite = Boolean.getBoolean("prosodykit.rewriteEvidence");
    for (EvidenceFile file : files) {
      for (Map.Entry<Path, String> text : file.texts().entrySet()) {
        if (rewrite) {
          Files.writeString(text.getKey(), text.getValue());
        } else {
          assertThat(text.getValue()).isEqualTo(Files.readString(text.getKey()));
        }
      }
    }
    if (rewrite) {
      fail("the evidence was written anew; read its difference");
    }
  }

  private static void add(ModuleSource module, DebianPackage from, EvidenceFile file) {
    String name = module.name();
    module
        .specifications()
        .forEach(xep -> file.addFact(name, "specifications", fact("" + xep), from.source()));
    if (from.ofProsody()) {
      file.addPresence(name, "ships", from.branch());
    } else if (isShipped(name, from)) {
      // a server of that time runs its own module, not this copy
      return;
    } else {
      file.addPresence(name, "community", from.source());
      if (!module.files().isFound()) {
        Path main = module.files().main();
        file.setFolder(name, main.getName(main.getNameCount() - 2).toString());
      }
    }
    module
        .dependencies()
        .forEach(
            needed -> {
              Map<String, Object> fact = fact(needed.module());
              if (needed.kind() != ModuleDependency.Kind.REQUIRED) {
                fact.put("kind", needed.kind().toString());
              }
              file.addFact(name, "dependencies", fact, from.source());
            });
    module
        .options()
        .forEach(
            option -> {
              Map<String, Object> fact = fact(option.name());
              fact.put("type", option.type());
              if (!option.defaultValue().isEmpty()) {
                fact.put("default", option.defaultValue());
              }
              file.addFact(name, "options", fact, from.source());
            });
    module.provides().forEach(item -> file.addFact(name, "provides", fact(item), from.source()));
    module.libraries().forEach(used -> file.addFact(name, "libraries", fact(used), from.source()));
    ModuleSource main = mainFile(module);
    for (HandledEvent event : main.events()) {
      Map<String, Object> fact = fact(event.name());
      if (!event.by().equals(HandledEvent.HOOK)) {
        fact.put("by", event.by());
      }
      file.addFact(name, "events", fact, from.source());
    }
    module.fires().forEach(event -> file.addFact(name, "fires", fact(event), from.source()));
    main.features().forEach(item -> file.addFact(name, "features", fact(item), from.source()));
    for (LoaderHint hint : module.hints()) {
      Map<String, Object> fact = fact(hint.key());
      fact.put("values", hint.values());
      file.addFact(name, "hints", fact, from.source());
    }
    for (ProvidedName item : module.items()) {
      Map<String, Object> fact = fact(item.name());
      fact.put("type", item.type());
      file.addFact(name, "items", fact, from.source());
    }
    module
        .scope()
        .ifPresent(scope -> file.addFact(name, "scopes", fact("" + scope), from.source()));
  }

  /** The sources that are not here were read without the libraries of modules. */
  private static ModuleSource mainFile(ModuleSource module) {
    Path main = module.files().main();
    return new ModuleSource(
        module.files(),
        ImmutableSortedMap.copyOf(Maps.filterKeys(module.facts(), main::equals)),
        module.readme());
  }

  private static Map<String, Object> fact(String name) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("name", name);
    return fact;
  }

  private static boolean isShipped(String module, DebianPackage community) {
    Path prosody = new DebianPackage(community.server(), "", true).folder();
    return files(prosody).contains(module);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12", "13.0", ProsodyReleases.NEWEST})
  void everyModuleIsRecordedWhereTheFileSystemHasIt(String server) {
    Set<String> shipped = files(new DebianPackage(server, "", true).folder());
    Set<String> community = files(new DebianPackage(server, "", false).folder());
    ProsodyVersion version = ProsodyVersion.parse(ProsodyReleases.branch(server));
    String snapshot =
        PACKAGES.stream()
            .filter(each -> each.server().equals(server) && !each.ofProsody())
            .map(DebianPackage::source)
            .findFirst()
            .orElseThrow();
    List<String> differences = new ArrayList<>();
    Set<String> names =
        ModuleCatalog.complete().modules().stream()
            .map(ModuleEntry::name)
            .collect(Collectors.toCollection(TreeSet::new));
    names.addAll(shipped);
    names.addAll(community);
    for (String name : names) {
      Presence presence =
          Knowledge.builtIn()
              .evidence(name)
              .map(facts -> facts.presence(version))
              .orElse(Presence.ABSENT);
      if (shipped.contains(name) != (presence == Presence.SHIPPED)) {
        differences.add(name + " is " + presence + ", shipped: " + shipped.contains(name));
      }
      boolean recorded =
          Knowledge.builtIn()
              .evidence(name)
              .map(facts -> facts.community().contains(Source.parse(snapshot)))
              .orElse(false);
      if (!shipped.contains(name) && community.contains(name) != recorded) {
        differences.add(name + " in " + snapshot + ": " + community.contains(name));
      }
    }

    assertThat(differences).isEmpty();
  }

  /** The names of modules by their files alone, without the library. */
  private static Set<String> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("mod_.*\\.lua") && !name.endsWith(".lib.lua"))
          .map(name -> name.substring("mod_".length(), name.length() - ".lua".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
