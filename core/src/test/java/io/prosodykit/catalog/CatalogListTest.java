package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prosodykit.files.RefusedFileException;
import io.prosodykit.problem.DocumentException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogListTest {
  private static final ModuleCatalog PRESET = of("preset", "ours");

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private static ModuleCatalog of(String purpose, String... names) {
    return ModuleCatalog.of(
        List.of(names).stream()
            .map(name -> ModuleEntry.builder(name, Layer.STANZA, Stability.BETA, purpose).build())
            .toList());
  }

  @BeforeEach
  void writeCatalogues() throws IOException {
    of("first", "ours", "more").write(folder.resolve("first.json"));
    of("second", "more", "smacks").write(folder.resolve("second.json"));
  }

  private ModuleCatalog read(String... names) throws IOException {
    return CatalogList.read(List.of(names), folder, PRESET);
  }

  @Test
  void isThePresetWithoutANameAndThatOfANameWithOne() throws IOException {
    assertThat(read()).isEqualTo(PRESET);
    assertThat(read("reference")).isEqualTo(ModuleCatalog.reference());
    assertThat(read("complete")).isEqualTo(ModuleCatalog.complete());
  }

  @Test
  void mergesAFirstFileIntoThePreset() throws IOException {
    assertThat(read("first.json").modules())
        .isEqualTo(PRESET.overlaidWith(of("first", "ours", "more")).modules());
  }

  @Test
  void mergesEachIntoThoseBeforeIt() throws IOException {
    assertThat(read("reference", "first.json", folder.resolve("second.json").toString()))
        .isEqualTo(
            ModuleCatalog.reference()
                .overlaidWith(of("first", "ours", "more"))
                .overlaidWith(of("second", "more", "smacks")));
    assertThat(read("second.json", "reference").get("smacks"))
        .isEqualTo(ModuleCatalog.reference().get("smacks"));
  }

  @Test
  void suggestsACatalogueForAFileThatDoesNotExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("complet"))
        .withMessage(
            "there is no file "
                + folder
                + File.separator
                + "complet: a catalogue with a similar name exists: \"complete\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("a\0b"))
        .withMessage("there is no file " + folder + File.separator + "a\0b");
  }

  @Test
  void refusesFilesThatAreNoCatalogue() throws IOException {
    Files.createDirectory(folder.resolve("complete.d"));
    Files.writeString(folder.resolve("broken.json"), "{}");

    assertThatExceptionOfType(RefusedFileException.class).isThrownBy(() -> read("complete.d"));
    assertThatExceptionOfType(DocumentException.class).isThrownBy(() -> read("broken.json"));
  }
}
