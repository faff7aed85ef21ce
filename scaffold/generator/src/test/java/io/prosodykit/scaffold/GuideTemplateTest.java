package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the recipe GUIDE with the module template of the reference guide, {@code
 * guide-template.lua}.
 */
class GuideTemplateTest {
  private static String template() throws IOException {
    return Resources.toString(
        Resources.getResource(GuideTemplateTest.class, "guide-template.lua"),
        StandardCharsets.UTF_8);
  }

  private static String module(String name) {
    Scaffold scaffold = Scaffold.of(ModuleSpec.builder(name, Recipe.GUIDE).build());
    return Objects.requireNonNull(scaffold.files().get("mod_%1$s/mod_%1$s.lua".formatted(name)));
  }

  private static List<String> statements(String lua) {
    return lua.lines().filter(line -> !line.isBlank() && !line.startsWith("--")).toList();
  }

  @Test
  void equalsTemplateStatementForStatement() throws IOException {
    assertThat(statements(module("example"))).isEqualTo(statements(template()));
  }

  @Test
  void keepsTemplatesComments() throws IOException {
    assertThat(module("example").lines().filter(line -> !line.startsWith("-- luacheck:")))
        .containsExactlyElementsOf(template().lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeter", "two_words", "a1"})
  void followsBySubstitution(String name) throws IOException {
    String capital = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);

    assertThat(statements(module(name)))
        .isEqualTo(statements(template().replace("example", name).replace("Example", capital)));
  }
}
