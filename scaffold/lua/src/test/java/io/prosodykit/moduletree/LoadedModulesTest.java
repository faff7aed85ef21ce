package io.prosodykit.moduletree;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.TargetRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedModulesTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @BeforeEach
  void writeModules() throws IOException {
    module("old", "module:depends(\"disco\") module:depends(\"new\")", "0.11");
    module("new", "module:depends(\"disco\") module:depends(\"smacks\")", "13.0");
  }

  private void module(String name, String source, String targets) throws IOException {
    Path own = Files.createDirectories(folder.resolve("mod_" + name));
    Files.writeString(own.resolve("mod_" + name + ".lua"), source);
    Files.writeString(
        own.resolve(".prosodykit.json"), "{\"spec\":{\"targets\":\"" + targets + "\"}}");
  }

  private String loaded(TargetChoice targets) throws IOException {
    return LoadedModules.find(List.of(folder), ModuleCatalog.complete(), targets).toString();
  }

  @Test
  void areJudgedOnTheReleasesOfTheModulesThatLoadThem() throws IOException {
    assertThat(loaded(TargetChoice.RECORDED)).isEqualTo("{disco=[0.11, 13.0], smacks=[13.0]}");
  }

  @Test
  void areJudgedOnTargetsThatAreGivenForAll() throws IOException {
    assertThat(loaded(TargetChoice.given(TargetRange.parse("0.12"))))
        .isEqualTo("{disco=[0.12], smacks=[0.12]}");
  }

  @Test
  void areNeitherInTheFoldersNorUnknown() throws IOException {
    module("third", "module:depends(\"old\") module:depends(\"nobody_knows_this\")", "0.12");

    assertThat(loaded(TargetChoice.RECORDED)).isEqualTo("{disco=[0.11, 13.0], smacks=[13.0]}");
  }
}
