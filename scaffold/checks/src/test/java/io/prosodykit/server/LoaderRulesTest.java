package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.facts.LoaderRules;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;

/** A server refuses modules for the comments that its release reads, and no others. */
@Tag("external")
final class LoaderRulesTest extends ModulesInAServer {
  private static final LoaderRules LOADER = ServerFacts.reference().loader();
  private static final Pattern LOADED = Pattern.compile("localhost:(\\w+)\\s+info\\s+is here");

  @EveryServer
  void loadsOrRefusesEachModule(String server) throws Exception {
    ImmutableList<String> features =
        ImmutableList.<String>builder().addAll(LOADER.features().keySet()).add("nowhere").build();
    for (int i = 0; i < features.size(); i++) {
      hinted("requires_" + i, "requires: " + features.get(i));
      hinted("conflicts_" + i, "conflicts: " + features.get(i));
    }
    hinted("several", "requires: mod_bookmarks, nowhere");
    hinted("old_key", "requires_core_features: nowhere");
    hinted("ancient_lua", "lua: 4.0");

    VerifyReport report = run(verification().logs(folder.resolve("../logs")), server);

    ProsodyVersion version = ProsodyVersion.parse(report.version());
    Set<String> expected = new TreeSet<>(Set.of("old_key"));
    for (int i = 0; i < features.size(); i++) {
      if (!LOADER.lacksRequired(List.of(features.get(i)), version)) {
        expected.add("requires_" + i);
      }
      if (!LOADER.hasConflicting(List.of(features.get(i)), version)) {
        expected.add("conflicts_" + i);
      }
    }
    if (!LOADER.lacksRequired(List.of("mod_bookmarks", "nowhere"), version)) {
      expected.add("several");
    }
    if (!LOADER.reads("lua", version)) {
      expected.add("ancient_lua");
    }
    Set<String> loaded = new TreeSet<>();
    LOADED
        .matcher(Files.readString(report.log().orElseThrow()))
        .results()
        .forEach(line -> loaded.add(line.group(1)));
    assertThat(loaded).isEqualTo(expected);
  }

  private void hinted(String name, String hint) throws Exception {
    module(name, "--% " + hint + "\nmodule:log(\"info\", \"is here\");\n");
  }
}
