package io.prosodykit.server;

import io.prosodykit.testing.ProsodyReleases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A folder of modules that a test writes and verifies in real servers. */
abstract class ModulesInAServer {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  Path folder;

  final void module(String name, String source) throws Exception {
    write("mod_" + name + "/mod_" + name + ".lua", source);
  }

  final void example(String name, String source) throws Exception {
    write("mod_" + name + "/config/stack/" + name + ".cfg.lua", source);
  }

  final Path write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  final ServerVerificationBuilder verification() {
    return ServerVerification.builder(List.of(folder)).watch(Duration.ofMillis(300));
  }

  static VerifyReport run(ServerVerificationBuilder verification, String branch) throws Exception {
    return verification.build().run(ProsodyInstallation.in(ProsodyReleases.server(branch)));
  }
}
