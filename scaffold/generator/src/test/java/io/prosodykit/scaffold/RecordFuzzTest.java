package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.problem.ProsodyKitException;
import io.prosodykit.specification.XepRef;
import io.prosodykit.testing.Mutations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Any text is either a valid record of a module, or a message says why it is not. */
class RecordFuzzTest {
  private static final ImmutableMap<String, String> FILES =
      ImmutableMap.of("mod_x.lua", "-- code\n", "spec/support/x.lua", "-- double\n");

  private static final ImmutableList<String> SEEDS =
      ImmutableList.of(
          record(ModuleSpec.builder("greeter", Recipe.IQ_HANDLER)),
          record(
              ModuleSpec.builder("greeter", Recipe.MESSAGE_FILTER)
                  .addSpecification(XepRef.of(199))
                  .addOption(OptionSpec.choice("greeter_tone", "soft", "loud"))
                  .addOption(OptionSpec.list("greeter_names", "a", "b"))
                  .addOption(OptionSpec.period("greeter_wait", Duration.ofSeconds(5)))
                  .addDependency(new DependencySpec("muc", true))
                  .addFeature("urn:x:y")
                  .addPermission(new PermissionSpec("go", "prosody:user"))
                  .addHook(new HookSpec("message/bare", 5, false, Optional.of("go")))));

  private static final ImmutableList<String> WORDS =
      ImmutableList.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1e400",
          "99999999999999999999",
          "2147483648",
          "-9223372036854775808",
          "0.5",
          "\"\"",
          "\"x\"",
          "\"name\": ",
          "\"spec\": {",
          "\"files\": {",
          "\"hooks\": [",
          "\"options\": [",
          "\"../x\"",
          "\"a/b/\"",
          "\"a/../b\"",
          "a/",
          "\"choices\": []",
          "\"default\": ",
          "\"type\": \"list\"",
          "\"targets\": \"[0.1,)\"",
          "[14.0,)",
          "XEP-99999999999",
          "RFC 0",
          "\"period\"",
          "\"priority\": ",
          "\\u0000",
          "\\ud800",
          "\n",
          "/");

  private static String record(ModuleSpecBuilder spec) {
    return ModuleRecord.write(spec.build(), FILES, ImmutableMap.of());
  }

  @FuzzTest(maxDuration = "5m")
  void readsAnyBytes(byte[] text) {
    check(new String(text, StandardCharsets.UTF_8));
  }

  @Test
  void readsRandomlyChangedRecords() {
    assertThat(isRecord(SEEDS.get(1))).isTrue();
    Mutations.each(SEEDS, WORDS, RecordFuzzTest::check);
  }

  private static void check(String text) {
    var unused = isRecord(text);
  }

  /**
   * Returns whether a text is the record of a valid module; false if a message says why it is not.
   */
  private static boolean isRecord(String text) {
    try {
      ModuleRecord recorded = ModuleRecord.read(text);
      ModuleSpec spec = SpecReader.read(recorded.spec(), TemplateSet.BUILT_IN).build();
      assertThat(spec.name()).isNotBlank();
      return true;
    } catch (IllegalArgumentException | ProsodyKitException e) {
      assertThat(e).hasMessageMatching("(?s).+");
      return false;
    }
  }
}
