package io.prosodykit.scaffold;

import com.google.common.base.CharMatcher;
import io.prosodykit.testing.HostileText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Specifications with hostile text in all fields that take text, for the recipes that run without a
 * server.
 */
final class HostileSpecs extends DomainContextBase {
  @Provide
  Arbitrary<ModuleSpec> specs() {
    return specs(List.of(Recipe.GUIDE, Recipe.IQ_HANDLER));
  }

  static Arbitrary<ModuleSpec> specs(List<Recipe> recipes) {
    Arbitrary<String> texts = HostileText.texts();
    return Combinators.combine(
            Arbitraries.of(recipes),
            texts.filter(text -> !blank(text)),
            texts,
            texts,
            options(texts))
        .as(
            (recipe, summary, description, author, options) -> {
              ModuleSpecBuilder builder = ModuleSpec.builder(recipe.prefix() + "hostile", recipe);
              options.forEach(builder::addOption);
              return builder.summary(summary).description(description).author(author).build();
            });
  }

  private static Arbitrary<List<OptionSpec>> options(Arbitrary<String> texts) {
    return Combinators.combine(texts, texts, texts.array(String[].class).ofMaxSize(3), texts)
        .as(
            (text, description, list, other) ->
                List.of(
                    OptionSpec.string("hostile_text", text).withDescription(description),
                    OptionSpec.list("hostile_list", list).withDescription(other)));
  }

  /** Returns whether a text counts as blank: only Unicode white space. */
  static boolean blank(String text) {
    return CharMatcher.whitespace().matchesAllOf(text);
  }
}
