package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.testing.ProsodyReleases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnpackedProsodyTest extends ModulesInAServer {
  private static final String SCRIPT =
      "#!/bin/sh\nCFG_SOURCEDIR='/no/such/prosody';\nCFG_DATADIR='/no/such/data';\necho é\n";

  private ProsodyInstallation programs(String place, String script) throws Exception {
    for (String name : new String[] {"prosody", "prosodyctl"}) {
      Path program = write(place + "/" + name, script);
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    return ProsodyInstallation.in(folder.resolve(place));
  }

  private ProsodyInstallation settle(ProsodyInstallation installation) throws Exception {
    return UnpackedProsody.settle(installation, Files.createDirectories(folder.resolve("copies")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's/unpacked", "\\1 \"$2\"", "plain"})
  void runsCopiesThatLookInTheRightPlace(String place) throws Exception {
    ProsodyInstallation unpacked = programs(place + "/usr/bin", SCRIPT);
    Path root = folder.resolve(place).toRealPath();
    Files.createDirectories(root.resolve("no/such/prosody"));

    ProsodyInstallation settled = settle(unpacked);

    assertThat(settled.prosody()).isExecutable().isNotEqualTo(unpacked.prosody());
    assertThat(settled.prosodyctl()).hasParent(folder.resolve("copies"));
    assertThat(settled.prosody())
        .hasContent(
            SCRIPT
                .replaceAll("'(.*)'", "'ROOT$1'")
                .replace("'", "\"")
                .replace("ROOT", root.toString().replace("\\", "\\\\").replace("\"", "\\\"")));
  }

  @Test
  void saysThatAPartIsMissing() throws Exception {
    ProsodyInstallation half = programs("half/usr/bin", SCRIPT);

    assertThatThrownBy(() -> settle(half))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "it looks for its libraries in /no/such/prosody, which does not exist: install that Prosody, or name the folder of a complete one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/bin/sh\nexec /usr/bin/prosody\n",
        "#!/bin/sh\nCFG_SOURCEDIR='/usr';\n",
        "CFG_SOURCEDIR='/no/such';\n",
        "#!/bin/sh\nCFG_SOURCEDIR=os.getenv(\"PROSODY_SRCDIR\");\n"
      })
  void ignoresAllOtherScripts(String script) throws Exception {
    ProsodyInstallation installation = programs("bin", script);

    assertThat(settle(installation)).isEqualTo(installation);
  }

  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.12", "13.0"})
  @Tag("external")
  void verifiesInAPackageThatWasUnpacked(String branch) throws Exception {
    Path installed = ProsodyReleases.server(branch).resolve("root");
    Path root = folder.resolve("root");
    try (Stream<Path> files = Files.walk(installed.resolve("usr/lib"))) {
      for (Path file : files.toList()) {
        Path copy = root.resolve(installed.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.createDirectories(root.resolve("usr/bin"));
    for (String name : new String[] {"prosody", "prosodyctl"}) {
      Path program = installed.resolve("usr/bin").resolve(name);
      String moved = Files.readString(program, StandardCharsets.ISO_8859_1);
      String packed = moved.replaceAll("(?m)^(CFG_[A-Z]*DIR)=arg.*\\.\\.'", "$1='");
      assertThat(packed).contains("\nCFG_SOURCEDIR='/usr/lib/prosody';\n");
      Path copy = root.resolve("usr/bin").resolve(name);
      Files.writeString(copy, packed, StandardCharsets.ISO_8859_1);
      assertThat(copy.toFile().setExecutable(true)).isTrue();
    }
    write("modules/mod_fine/mod_fine.lua", "module:log(\"info\", \"fine\");\n");

    VerifyReport report =
        ServerVerification.builder(List.of(folder.resolve("modules")))
            .build()
            .run(ProsodyInstallation.in(root));

    assertThat(report.complaints()).isEmpty();
    assertThat(report.version()).startsWith(branch + ".");
  }
}
