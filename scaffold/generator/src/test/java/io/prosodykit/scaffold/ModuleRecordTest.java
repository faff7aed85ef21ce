package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.prosodykit.specification.XepRef;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleRecordTest {
  /** The number of inputs; {@code -Dprosodykit.recordInputs=1000000} tries more. */
  private static final int INPUTS = Integer.getInteger("prosodykit.recordInputs", 2_000);

  private static final ImmutableList<String> PIECES =
      ImmutableList.of(
          "",
          "0",
          "-1",
          "99999999999",
          "1e999",
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "\"\\u0000\"",
          "\"../a\"",
          "\"a/b/c\"",
          "\"\\ud800\"",
          "\"iq-handler\"",
          "\"[13.1,)\"",
          "[",
          "}",
          ",");

  private static String record(String path) {
    return "{\"spec\": {}, \"files\": {\"%s\": {\"sha256\": \"0\"}}}".formatted(path);
  }

  /** Maps without a defined order are iterated differently in each run of the JVM. */
  @Test
  void writesFieldsOfPartsInFixedOrder() {
    ModuleSpec spec =
        Examples.greeter()
            .addDependency(DependencySpec.on("disco"))
            .addPermission(PermissionSpec.of("greet"))
            .addStore(StoreSpec.of("greetings"))
            .build();

    assertThat(ModuleRecord.write(spec, Map.of(), Map.of()).lines().map(String::strip))
        .containsSubsequence("\"module\": \"disco\",", "\"soft\": false")
        .containsSubsequence("\"action\": \"greet\",", "\"role\": \"prosody:admin\"")
        .containsSubsequence("\"name\": \"greetings\",", "\"type\": \"keyval\"");
  }

  @Test
  void readsPathsWithThousandsOfFolders() {
    String path = "a/".repeat(10_000) + "b";
    assertThat(ModuleRecord.read(record(path)).hashes()).containsOnlyKeys(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "a/..",
        "a/./b",
        "../a",
        "a:b",
        "a\\\\b",
        "a\\nb",
        "a\\u0000"
      })
  void refusesInvalidPaths(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleRecord.read(record(path)))
        .withMessageContaining("is not the path of a file in the module's folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "9223372036854775807"})
  void refusesPrioritiesOutOfRange(String priority) {
    ModuleSpec spec =
        Examples.greeter().addHook(HookSpec.of("message/host").withPriority(5)).build();
    String text = ModuleRecord.write(spec, Map.of(), Map.of());
    String changed = text.replace("\"priority\": 5", "\"priority\": " + priority);
    assertThat(changed).isNotEqualTo(text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(changed))
        .withMessageContaining(
            "the field \"spec.hooks[0].priority\" must be between -2147483648 and 2147483647");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | the record must be an object, but is []",
        "{} | the field \"spec\" must be an object, but is missing",
        "{\"spec\": 1} | the field \"spec\" must be an object, but is 1",
        "{\"spec\": {}} | the field \"files\" must be an object, but is missing",
        "{\"spec\": {}, \"files\": {\"a/b\": {}}} | the field \"files.a/b.sha256\" must be a string, but is missing",
        "{\"spec\": {}, \"files\": {\"a\": {\"sha256\": \"0\", \"text\": []}}} | the field \"files.a.text\" must be a string, but is []",
      })
  void saysWhichFieldIsWrong(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleRecord.read(text))
        .withMessage(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"soft\": false | \"soft\": 0 | the field \"spec.dependencies[0].soft\" must be true or false, but is 0",
        "\"default\": 7 | \"default\": 0.5 | the field \"spec.options[1].default\" must be a whole number, but is 0.5",
        "\"XEP-0030\" | 30 | the field \"spec.specifications\" must be a list of strings, but is 30",
      })
  void saysWhereAFieldIsWrong(String old, String damaged, String problem) {
    ModuleSpec spec =
        Examples.greeter()
            .addDependency(DependencySpec.on("disco"))
            .addOption(OptionSpec.integer("greeter_age", 7))
            .addSpecification(XepRef.parse("XEP-0030"))
            .build();
    String text = ModuleRecord.write(spec, Map.of(), Map.of());
    assertThat(text).contains(old);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text.replace(old, damaged)))
        .withMessage(problem);
  }

  private static ModuleSpec read(String record) {
    return SpecReader.read(ModuleRecord.read(record).spec(), TemplateSet.builtIn()).build();
  }

  @Test
  void refusesOrReadsDamagedRecords() {
    String valid =
        ModuleRecord.write(
            Examples.greeter()
                .addOption(OptionSpec.number("greeter_ratio", 0.5))
                .addHook(HookSpec.of("message/host").withPriority(5))
                .build(),
            Map.of("README.md", "text"),
            Map.of());
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      String record = spoilt(valid, random);
      try {
        assertThat(read(record).name()).isNotEmpty();
      } catch (InvalidSpecException | IllegalArgumentException e) {
        assertThat(e).hasMessageMatching("(?s).+");
        refused++;
      }
    }
    assertThat(refused).isBetween(INPUTS / 4, INPUTS - 1);
  }

  /** Replaces a value, or any other part of the text. */
  private static String spoilt(String text, Random random) {
    int from = random.nextInt(text.length());
    int value = text.indexOf(": ", from);
    if (random.nextBoolean() && value >= 0) {
      int end = text.indexOf('\n', value);
      int comma = text.charAt(end - 1) == ',' ? end - 1 : end;
      return text.substring(0, value + 2)
          + PIECES.get(random.nextInt(PIECES.size()))
          + text.substring(comma);
    }
    int to = Math.min(text.length(), from + random.nextInt(6));
    return text.substring(0, from) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(to);
  }
}
