package io.prosodykit.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads the libraries of each server again, and compares what they have. With {@code
 * -Dprosodykit.rewriteEvidence=true} it rewrites the file, and fails so that nobody leaves it on.
 */
@Tag("external")
final class LibraryMembersTest {
  private static final Path FILE =
      Path.of(System.getProperty("prosodykit.root"))
          .resolve("catalog-data/src/main/resources/io/prosodykit/catalog/data")
          .resolve("library-members.json");

  /** The servers by the ids of their sources, the oldest first. */
  private static final ImmutableMap<String, String> SERVERS =
      ImmutableMap.of(
          "0.11.9", "0.11", "0.12.3", "0.12", "13.0.1", "13.0", "13.0.6", ProsodyReleases.NEWEST);

  /** Libraries that other builds of Prosody have. */
  private static final ImmutableSet<String> OTHER_BUILDS =
      ImmutableSet.of("util.crand", "util.windows");

  @TempDir private Path folder;

  @Test
  void theServersHaveTheMembers() throws Exception {
    LibraryFile file = new LibraryFile();
    for (Map.Entry<String, String> server : SERVERS.entrySet()) {
      Path own = Files.createDirectory(folder.resolve(server.getKey()));
      MembersProbe.run(server.getValue(), own)
          .forEach(line -> file.add(server.getKey(), line.split("\t", -1)));
    }
    compare(file.text());
  }

  @EveryServer
  void everyLibraryIsRecordedWhereTheFileSystemHasIt(String server) throws IOException {
    Path folder = ProsodyReleases.folder(server);
    Source source = Source.parse(Files.readString(folder.resolve("VERSION")).strip());

    assertThat(
            Knowledge.builtIn().libraries().stream()
                .filter(library -> library.sources().contains(source))
                .map(Sourced::value)
                .filter(library -> !OTHER_BUILDS.contains(library)))
        .containsExactlyElementsOf(MembersProbe.libraries(folder));
  }

  private static void compare(String text) throws IOException {
    if (Boolean.getBoolean("prosodykit.rewriteEvidence")) {
      Files.writeString(FILE, text);
      fail("the members were written anew; read their difference");
    }
    assertThat(text).isEqualTo(Files.readString(FILE));
  }
}
