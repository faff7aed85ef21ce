package io.prosodykit.scaffold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.io.BaseEncoding;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** YAML and Markdown show the texts of a specification as text, whatever they contain. */
@Domain(HostileSpecs.class)
class HostileReadmeTest {
  private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();
  private static final Pattern HARMLESS = Pattern.compile("text((?:[0-9a-f]{2})+)end");
  private static final Pattern DEFAULT =
      Pattern.compile("Code\\{literal=[\"{].*|Text\\{literal=see the example\\}");

  @Property(tries = 200)
  void frontMatterHasItsFieldsWithEqualText(@ForAll ModuleSpec spec) {
    String label = spec.recipe().equals(Recipe.GUIDE) ? "Stage-Stable" : "Stage-Alpha";

    assertThat(Readme.of(spec).frontMatter())
        .isEqualTo(Map.of("labels", List.of(label), "summary", spec.summary()));
  }

  @Property(tries = 300)
  void markdownShowsTextWhereItShowsHarmlessText(@ForAll ModuleSpec spec) {
    String harmless = Readme.of(harmless(spec)).outline();
    String expected =
        HARMLESS
            .matcher(harmless)
            .replaceAll(
                text -> {
                  String original = new String(HEX.decode(text.group(1)), UTF_8);
                  return Matcher.quoteReplacement(visible(original));
                });

    assertThat(withoutDefaults(Readme.of(spec).outline())).isEqualTo(withoutDefaults(expected));
  }

  /** A default is one code span or a reference to the example; HostileLuaTest reads these spans. */
  private static String withoutDefaults(String outline) {
    return DEFAULT.matcher(outline).replaceAll("default");
  }

  /** Returns the specification with each text written in hexadecimal digits. */
  private static ModuleSpec harmless(ModuleSpec spec) {
    ModuleSpecBuilder builder =
        ModuleSpec.builder(spec.name(), spec.recipe())
            .summary(harmless(spec.summary()))
            .author(harmless(spec.author()))
            .description(
                paragraphs(spec.description())
                    .map(HostileReadmeTest::harmless)
                    .collect(joining("\n\n")));
    spec.options().forEach(option -> builder.addOption(harmless(option)));
    return builder.build();
  }

  private static OptionSpec harmless(OptionSpec option) {
    // the README says whether the reply has text, which XML must be able to represent
    String text = new OptionView(option, false).fitsXml() ? "default" : "\0";
    OptionSpec harmless =
        option.type() == OptionSpec.Type.LIST
            ? OptionSpec.list(option.name(), text)
            : OptionSpec.string(option.name(), text);
    return harmless.withDescription(harmless(option.description()));
  }

  private static String harmless(String text) {
    return HostileSpecs.blank(text) ? text : "text" + HEX.encode(text.getBytes(UTF_8)) + "end";
  }

  private static Stream<String> paragraphs(String text) {
    String unix = text.replaceAll("\r\n|[\u000B\f\r\u0085\u2028\u2029]", "\n");
    return Pattern.compile("\n[ \t\n]*\n").splitAsStream(unix).filter(p -> !HostileSpecs.blank(p));
  }

  /** Returns what a reader must see: spaces are folded, and control characters spelled out. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    CharMatcher.anyOf(" \t\n\u000B\f\r\u0085\u2028\u2029")
        .trimAndCollapseFrom(text, ' ')
        .codePoints()
        .forEach(
            codePoint -> {
              if (Character.isISOControl(codePoint) || (codePoint & 0xFFFE) == 0xFFFE) {
                visible.append(String.format("U+%04X", codePoint));
              } else {
                visible.appendCodePoint(codePoint);
              }
            });
    return visible.toString();
  }
}
