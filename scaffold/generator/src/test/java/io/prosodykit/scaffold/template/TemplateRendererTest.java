package io.prosodykit.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRendererTest {
  private static String render(String name, String template, Map<String, ?> view) {
    return render(name, Map.of(name, template), view);
  }

  private static String render(String name, Map<String, String> templates, Map<String, ?> view) {
    return new TemplateRenderer(
            file -> Objects.requireNonNull(templates.get(file.replace(".mustache", ""))))
        .render(name, view);
  }

  @Test
  void quotesTextForTheLanguageOfTheFile() {
    Map<String, String> view = Map.of("x", "<a> \"b\" *c*");

    assertThat(render("x.lua", "{{x}}", view)).isEqualTo("\"<a> \\\"b\\\" *c*\"");
    assertThat(render("x.rockspec", "{{x}}", view)).isEqualTo("\"<a> \\\"b\\\" *c*\"");
    assertThat(render("x.md", "{{x}}", view)).isEqualTo("\\<a\\> \"b\" \\*c\\*");
    assertThat(render("x.yaml", "{{x}}", view)).isEqualTo("\"<a> \\\"b\\\" *c*\"");
  }

  @Test
  void quotesTextOfPartialForTheLanguageOfThePartial() {
    Map<String, String> templates = Map.of("x.md", "{{>y.yaml}}{{x}}", "y.yaml", "{{x}} ");

    assertThat(render("x.md", templates, Map.of("x", "*"))).isEqualTo("\"*\" \\*");
  }

  @Test
  void writesFragmentsUnchanged() {
    assertThat(render("x.lua", "{{x}}", Map.of("x", new Fragment("<a> \"b\""))))
        .isEqualTo("<a> \"b\"");
  }

  @Test
  void doesNotInterpretTextAsTemplate() {
    assertThat(render("x.yaml", "{{x}}", Map.of("x", "{{y}}"))).isEqualTo("\"{{y}}\"");
  }

  @Test
  void refusesTextInFileOfUnknownLanguage() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render("x.txt", "{{x}}", Map.of("x", "text")))
        .withMessageContaining("x.txt.mustache:1")
        .withMessageContaining("{{x}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one\ntwo {{gone}}",
        "one\n{{#gone}}x{{/gone}}",
        "one\n{{^gone}}x{{/gone}}",
        "{{#there}}\n{{gone}}{{/there}}",
        "{{^none}}\n{{#gone}}{{/gone}}{{/none}}",
      })
  void refusesMissingNamesWithTemplateLineAndName(String template) {
    Map<String, Object> view = Map.of("there", List.of(Map.of()), "none", false);

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render("x.lua", template, view))
        .withMessageContaining("x.lua.mustache:2:")
        .withMessageContaining("unknown name")
        .withMessageContaining("{{gone}}");
  }

  @Test
  void refusesMissingNameInPartialWithItsPlace() {
    Map<String, String> templates = Map.of("x.lua", "\n\n{{>y.lua}}", "y.lua", "\n{{gone}}");

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render("x.lua", templates, Map.of()))
        .withMessageContaining("y.lua.mustache:2:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{{x}}}", "{{&x}}", "{{#x}}{{.}}{{/x}}"})
  void refusesTagsThatDoNotQuote(String template) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render("x.lua", template, Map.of("x", "text")))
        .withMessageContaining("x.lua.mustache:1:");
  }

  @Test
  void refusesToWriteWhatIsNotText() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render("x.lua", "{{x}}", Map.of("x", 1)))
        .withMessageContaining("only text");
  }

  @Test
  void findsNamesOfOuterViews() {
    Map<String, Object> view =
        Map.of("list", List.of(Map.of("a", "1"), Map.of("a", "2")), "b", new Fragment("-"));

    assertThat(render("x.lua", "{{#list}}{{a}}{{b}}{{/list}}", view)).isEqualTo("\"1\"-\"2\"-");
  }
}
