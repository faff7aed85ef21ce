package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files a program reads, with the library loaded anew each time. */
class LazyDataTest {

  @Test
  void theReferenceReadsItsModulesOnly() throws Exception {
    assertThat(filesReadBy("reference", "toString")).containsExactly("modules.json");
  }

  @Test
  void theCompleteCatalogueReadsModulesOnly() throws Exception {
    assertThat(filesReadBy("complete", "toString"))
        .containsExactly("modules.json", "more-modules.json");
  }

  @Test
  void aModuleOfTheReferenceDoesNotReadTheEvidenceOfOthers() throws Exception {
    assertThat(filesReadBy("reference", "compatibility"))
        .containsExactly("guide.json", "modules.json", "presence.json", "releases.json");
  }

  @Test
  void anotherModuleReadsItWithoutItsCodeFacts() throws Exception {
    assertThat(filesReadBy("complete", "compatibility"))
        .contains("more-presence.json")
        .doesNotContain("facts.json", "more-facts.json");
  }

  @Test
  void readsTheCodeFactsOfAModuleOnDemand() throws Exception {
    try (Recorder recorder = new Recorder()) {
      Class<?> type = recorder.loadClass("io.prosodykit.evidence.Evidence");
      Class<?> knowledge = recorder.loadClass("io.prosodykit.evidence.Knowledge");
      Object builtIn = knowledge.getMethod("builtIn").invoke(null);
      Object evidence = knowledge.getMethod("evidence", String.class).invoke(builtIn, "smacks");
      Object smacks = evidence.getClass().getMethod("get").invoke(evidence);
      assertThat(recorder.files).containsExactly("presence.json", "releases.json");
      type.getMethod("libraries").invoke(smacks);
      assertThat(recorder.files).containsExactly("facts.json", "presence.json", "releases.json");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "options, options.json releases.json",
    "moduleApi, module-api.json releases.json",
    "libraries, library-members.json releases.json",
    "loader, loader.json",
    "rules, releases.json rules.json",
    "luaLibraries, lua.json",
    "events, events.json",
    "grantedNamespaces, namespaces.json",
    "stages, releases.json stages.json",
    "rocks, rocks.json",
  })
  void eachPartOfTheServerFactsReadsItsOwnFile(String part, String files) throws Exception {
    try (Recorder recorder = new Recorder()) {
      Class<?> type = recorder.loadClass("io.prosodykit.facts.ServerFacts");
      Object facts = type.getMethod("reference").invoke(null);
      assertThat(recorder.files).isEmpty();
      type.getMethod(part).invoke(facts);
      assertThat(recorder.files).containsExactly(files.split(" "));
    }
  }

  @Test
  void aTargetRangeReadsTheReleasesOnlyForTheDefault() throws Exception {
    try (Recorder recorder = new Recorder()) {
      Class<?> type = recorder.loadClass("io.prosodykit.evidence.TargetRange");
      type.getMethod("parse", String.class).invoke(null, "[0.12,)");
      assertThat(recorder.files).isEmpty();
      type.getMethod("maintained").invoke(null);
      assertThat(recorder.files).containsExactly("releases.json");
    }
  }

  private static Set<String> filesReadBy(String catalogue, String question) throws Exception {
    try (Recorder recorder = new Recorder()) {
      Class<?> type = recorder.loadClass("io.prosodykit.catalog.ModuleCatalog");
      Object catalog = type.getMethod(catalogue).invoke(null);
      if (question.equals("compatibility")) {
        Class<?> version = recorder.loadClass("io.prosodykit.version.ProsodyVersion");
        Method parse = version.getMethod("parse", String.class);
        type.getMethod(question, String.class, version)
            .invoke(
                catalog,
                catalogue.equals("reference") ? "smacks" : "muc_mam",
                parse.invoke(null, "0.12.3"));
      }
      return recorder.files;
    }
  }

  /** Loads everything itself, and records the files of the catalogue data. */
  private static final class Recorder extends URLClassLoader {
    private final Set<String> files = new TreeSet<>();

    Recorder() throws MalformedURLException {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() throws MalformedURLException {
      String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
      URL[] urls = new URL[entries.length];
      for (int i = 0; i < entries.length; i++) {
        urls[i] = Path.of(entries[i]).toUri().toURL();
      }
      return urls;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      if (name.startsWith("io/prosodykit/catalog/data/")) {
        files.add(name.substring(name.lastIndexOf('/') + 1));
      }
      return super.getResourceAsStream(name);
    }
  }
}
