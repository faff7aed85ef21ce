package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.VersionRange;
import java.util.Objects;

/** The specifications of the golden trees, by the names of the trees. */
final class Examples {
  private Examples() {}

  static ImmutableSortedMap<String, ModuleSpec> all() {
    ImmutableSortedMap.Builder<String, ModuleSpec> all = ImmutableSortedMap.naturalOrder();
    for (Recipe recipe : Recipe.all()) {
      if (!recipe.equals(Recipe.GUIDE) && !recipe.equals(Recipe.IQ_HANDLER)) {
        all.put(
            recipe.id(),
            ModuleSpec.builder(recipe.prefix() + "greeter", recipe)
                .targets(recipe.releases())
                .build());
        all.put(
            recipe.id() + "-13",
            PartsTest.withParts(recipe).targets(VersionRange.parse("13.0")).build());
      }
    }
    return all.put("guide", ModuleSpec.builder("example", Recipe.GUIDE).build())
        .put("guide-with-options", withAllOptions("kiosk", Recipe.GUIDE).build())
        .put("iq-handler", greeter().build())
        .put("iq-handler-bare", ModuleSpec.builder("bare", Recipe.IQ_HANDLER).build())
        .put("iq-handler-with-options", kitchen())
        .put("iq-handler-with-parts", PartsTest.withParts(Recipe.IQ_HANDLER).build())
        .put(
            "iq-handler-with-parts-13",
            PartsTest.withParts(Recipe.IQ_HANDLER).targets(VersionRange.parse("13.0")).build())
        .put("guide-with-parts", PartsTest.withParts(Recipe.GUIDE).build())
        .put("iq-handler-without-text", counter())
        .put(
            "iq-handler-floor-13",
            withAllOptions("modern", Recipe.IQ_HANDLER).targets(VersionRange.parse("13.0")).build())
        .put(
            "iq-handler-only-0.11",
            withAllOptions("ancient", Recipe.IQ_HANDLER)
                .targets(VersionRange.parse("0.11.x"))
                .build())
        .buildOrThrow();
  }

  static ModuleSpec named(String name) {
    return Objects.requireNonNull(all().get(name));
  }

  static ModuleSpecBuilder greeter() {
    return ModuleSpec.builder("greeter", Recipe.IQ_HANDLER)
        .targets(Recipe.IQ_HANDLER.releases())
        .summary("Answers a greeting")
        .addSpecification(XepRef.of(199))
        .addOption(OptionSpec.string("greeter_text", "hello"));
  }

  /** Has options, but none with a value that a stanza can carry. */
  private static ModuleSpec counter() {
    return ModuleSpec.builder("counter", Recipe.IQ_HANDLER)
        .targets(Recipe.IQ_HANDLER.releases())
        .addOption(OptionSpec.integer("counter_start", 1))
        .addOption(OptionSpec.string("counter_separator", "\0"))
        .build();
  }

  /** Has special characters in every text. */
  static ModuleSpec kitchen() {
    return withAllOptions("kitchen", Recipe.IQ_HANDLER)
        .summary("Say \"hi\" to ]] -- {{you}} & ${me} # not: YAML | <b>, 'twas\nluacheck: ignore")
        .description("Feeds *all* guests.\n\n1. with <soup>\n2. with [pie](http://example.org)")
        .author("Zoë \"Z\" O'Hara <zoe@example.org>")
        .namespace("https://example.org/kitchen?a=1&b='2'")
        .build();
  }

  /** Has all fields set, and an option of every type. */
  static ModuleSpecBuilder withAllOptions(String name, Recipe recipe) {
    return ModuleSpec.builder(name, recipe)
        .targets(recipe.releases())
        .summary("Has everything")
        .description("More on everything")
        .author("Ann Author")
        .version("2.0.0")
        .layer(Layer.SERVICES)
        .stability(Stability.BETA)
        .addSpecification(XepRef.of(50))
        .addSpecification(RfcRef.of(6121))
        .addOption(
            OptionSpec.string(name + "_note", "no XML: \0" + "1\u0001 and\rCR")
                .withDescription("What a | note <says>"))
        .addOption(
            OptionSpec.string(
                name + "_text",
                "say \"hi\" ]] -- {{you}} ${me} \\ 'x' `y` | z\nsecond line <&> \u202E café, and so"
                    + " long that this line of source is more than 120 characters"))
        .addOption(OptionSpec.string(name + "_mark", "`|`"))
        .addOption(OptionSpec.bool(name + "_open", true).withDescription("Whether it is open"))
        .addOption(OptionSpec.integer(name + "_seats", 12))
        .addOption(OptionSpec.number(name + "_heat", -2.5))
        .addOption(OptionSpec.list(name + "_dishes", "soup", "a \"pie\""))
        .addOption(OptionSpec.list(name + "_none"));
  }
}
