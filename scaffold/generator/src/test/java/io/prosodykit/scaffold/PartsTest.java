package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prosodykit.version.VersionRange;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts that a specification adds to its recipe. */
class PartsTest {
  static ModuleSpecBuilder withParts(Recipe recipe) {
    ModuleSpecBuilder spec =
        ModuleSpec.builder(recipe.prefix() + "parts", recipe)
            .targets(recipe.releases())
            .addDependency(DependencySpec.on("disco"))
            .addDependency(DependencySpec.on("carbons").softly())
            .addPermission(PermissionSpec.of("greet-all"))
            .addPermission(PermissionSpec.of("look").withRole("prosody:registered"))
            .addHook(HookSpec.of("server-stopping").onServer());
    return recipe.global()
        ? spec
        : spec.addFeature("urn:example:more:0")
            .addHook(HookSpec.of("message/bare").withPriority(5))
            .addHook(HookSpec.of("message/host").requiring("greet-all"))
            .addHook(HookSpec.of("message/full").withPriority(1000).requiring("look"))
            .addHook(HookSpec.of("message/bare").withPriority(1000).requiring("look"))
            .addStore(StoreSpec.of("parts_notes"))
            .addStore(StoreSpec.of("parts_log").withType(StoreSpec.Type.ARCHIVE));
  }

  private static String module(String targets) {
    ModuleSpec spec = withParts(Recipe.IQ_HANDLER).targets(VersionRange.parse(targets)).build();
    return Objects.requireNonNull(Scaffold.of(spec).files().get("mod_parts/mod_parts.lua"));
  }

  @Test
  void addsPartsToModule() {
    assertThat(module("[0.11,13.0]"))
        .contains(
            "module:depends(\"disco\");",
            "module:add_feature(\"urn:example:more:0\");",
            "module:open_store(\"parts_log\", \"archive\");",
            "module:hook(\"message/bare\", function (event)",
            "end, 5);",
            "module:hook_global(\"server-stopping\"");
  }

  @Test
  void usesNewestApiOnlyForNewestRelease() {
    assertThat(module("13.0"))
        .contains("return module:may(\":greet-all\", event);", "prosody.core.modulemanager")
        .doesNotContain("is_admin", "\"core.modulemanager", "if module.may");
    assertThat(module("[0.11,0.12]"))
        .contains("is_admin(event.stanza.attr.from")
        .doesNotContain("default_permission", "module.may", "prosody.util");
    assertThat(module("[0.12,13.0]")).contains("if module.may then", "is_admin");
  }

  @Test
  void addsPartsToReadme() {
    ModuleSpec spec = withParts(Recipe.IQ_HANDLER).build();

    assertThat(Scaffold.of(spec).files().get("mod_parts/README.md"))
        .contains(
            "- `message/bare`: `stanza`, `origin`",
            "- `server-stopping`: `reason`",
            "- `mod_carbons`, if it is enabled",
            "- `parts_log` (archive)",
            "| `parts:greet-all` | `prosody:admin` |",
            "- `urn:example:more:0`");
  }

  @Test
  void copiesAllParts() {
    ModuleSpec spec = withParts(Recipe.IQ_HANDLER).build();

    assertThat(spec.toBuilder().build()).isEqualTo(spec);
  }

  @Test
  void reportsAllProblemsAtOnce() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                ModuleSpec.builder("x", Recipe.GUIDE)
                    .addStore(StoreSpec.of("x_notes"))
                    .addHook(HookSpec.of("message/bare").requiring("gone"))
                    .addFeature("not a namespace")
                    .build())
        .withMessageContaining("global module cannot have stores")
        .withMessageContaining(
            "global module does not see the events of hosts: handle message/bare on the server")
        .withMessageContaining("global module cannot advertise features")
        .withMessageContaining("\"gone\"")
        .withMessageContaining("not a namespace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "é", "a\n"})
  void refusesEvents(String event) {
    assertThatExceptionOfType(InvalidSpecException.class).isThrownBy(() -> HookSpec.of(event));
  }

  @ParameterizedTest
  @CsvSource({
    "server-started, its handlers get nothing",
    "resource-bind, 'its handlers get session, and'",
    "stanza/urn:example:1:enable, and the sender expects no reply",
    "iq-result/host/1, and the sender expects no reply",
    "muc-broadcast-message, 'its handlers get stanza, room, and'",
    "message/nowhere, it is not known to carry a stanza"
  })
  void refusesPermissionForEventsWithoutAnswer(String event, String why) {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> HookSpec.of(event).requiring("go"))
        .withMessageContaining("event " + event + " cannot require \"go\", because")
        .withMessageContaining(why);
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> HookSpec.parseAll("message/bare requires go," + event + " requires go"))
        .withMessageContaining("hook 2, \"" + event + " requires go\": event " + event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message/bare",
        "pre-message/full",
        "presence/initial",
        "iq/host",
        "iq/bare/urn:example:a:b",
        "iq-get/host/urn:xmpp:ping:ping",
        "iq-set/self/urn:example:a:b",
        "muc-occupant-groupchat"
      })
  void acceptsPermissionForStanzasThatCanBeAnswered(String event) {
    assertThat(HookSpec.of(event).requiring("go").permission()).contains("go");
  }

  @Test
  void handlerExpectsOnlyDataOfItsEvent() {
    ModuleSpec spec =
        ModuleSpec.builder("x", Recipe.IQ_HANDLER)
            .addHook(HookSpec.of("server-started").onServer())
            .addHook(HookSpec.of("resource-bind"))
            .addHook(HookSpec.of("muc-room-created"))
            .addHook(HookSpec.of("item-added/feature"))
            .addHook(HookSpec.of("x%said"))
            .build();

    assertThat(Scaffold.of(spec).files().get("mod_x/mod_x.lua"))
        .doesNotContain("event.stanza)")
        .contains(
            "hook_global(\"server-started\", function ()\n"
                + "\tmodule:log(\"debug\", \"Event server-started\");",
            "Event resource-bind: %s\", event.session and",
            "Event muc-room-created: %s\", event.room and event.room.jid);",
            "Event item-added/feature: %s\", tostring(event.item));",
            "Event x%%said: %s\", tostring(event));");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Send", "send_all", "1", ":send"})
  void refusesActions(String action) {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> PermissionSpec.of(action));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mod_disco", "", "a-b"})
  void refusesDependencies(String module) {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> DependencySpec.on(module));
  }

  @Test
  void optionOfRecipeAcceptsOtherDefaultButNotOtherType() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                ModuleSpec.builder("x", Recipe.IQ_HANDLER)
                    .addOption(OptionSpec.bool("x_a", true))
                    .addOption(OptionSpec.bool("x_a", false))
                    .build())
        .withMessageContaining("option x_a is defined 2 times: keep one");
  }

  @ParameterizedTest
  @MethodSource("io.prosodykit.scaffold.Recipe#all")
  void addsPartsToSpecOfEveryRecipe(Recipe recipe) {
    ModuleSpec spec = withParts(recipe).build();
    String folder = "mod_" + spec.name() + "/";

    assertThat(Scaffold.of(spec).files().get(folder + "spec/mod_" + spec.name() + "_spec.lua"))
        .contains(
            "it(\"registers the permission greet-all\"",
            "it(\"handles server-stopping\"",
            recipe.global() ? "" : "it(\"requires a permission for message/host\"",
            recipe.global() ? "" : "it(\"opens the store parts_log\"",
            recipe.global() ? "" : "it(\"advertises its features\"");
  }

  @Test
  void refusesPartsWithSameName() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(
            () ->
                ModuleSpec.builder("x", Recipe.IQ_HANDLER)
                    .addDependency(DependencySpec.on("disco"))
                    .addDependency(DependencySpec.on("disco").softly())
                    .addDependency(DependencySpec.on("x"))
                    .addPermission(PermissionSpec.of("look"))
                    .addPermission(PermissionSpec.of("look").withRole("prosody:registered"))
                    .addStore(StoreSpec.of("notes"))
                    .addStore(StoreSpec.of("notes").withType(StoreSpec.Type.MAP))
                    .build())
        .satisfies(
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        new SpecProblem(
                            "dependencies",
                            "dependency disco is defined 2 times: keep one; the"
                                + " module cannot depend on itself: omit x"),
                        new SpecProblem(
                            "permissions", "permission look is defined 2 times: keep one"),
                        new SpecProblem("stores", "store notes is defined 2 times: keep one")));
  }

  @Test
  void readsPartsFromText() {
    assertThat(
            HookSpec.parseAll(
                "message/bare:5, iq-get/host/urn:xmpp:ping:ping:-1 requires look,"
                    + "server-stopping on server, iq-set/host/urn:example:1:a:0 on server  requires look,"))
        .containsExactly(
            HookSpec.of("message/bare").withPriority(5),
            HookSpec.of("iq-get/host/urn:xmpp:ping:ping").withPriority(-1).requiring("look"),
            HookSpec.of("server-stopping").onServer(),
            HookSpec.of("iq-set/host/urn:example:1:a").onServer().requiring("look"));
    assertThat(StoreSpec.parseAll("notes, log : Archive,seen:map"))
        .containsExactly(
            StoreSpec.of("notes"),
            StoreSpec.of("log").withType(StoreSpec.Type.ARCHIVE),
            StoreSpec.of("seen").withType(StoreSpec.Type.MAP));
    assertThat(DependencySpec.parseAll("disco,carbons ?"))
        .containsExactly(DependencySpec.on("disco"), DependencySpec.on("carbons").softly());
    assertThat(PermissionSpec.parseAll("send,look:prosody:registered"))
        .containsExactly(
            PermissionSpec.of("send"), PermissionSpec.of("look").withRole("prosody:registered"));
    assertThat(HookSpec.parseAll("")).isEmpty();
  }

  @Test
  void reportsAllProblemsOfTextWithPlaces() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> HookSpec.parseAll("message/bare requires,é,,a on host"))
        .withMessageContaining("hook 1, \"message/bare requires\": is not a hook; write EVENT")
        .withMessageContaining("hook 2, \"é\": event \"é\" must be")
        .withMessageContaining("hook 3, \"\": is not a hook")
        .withMessageContaining("hook 4, \"a on host\": is not a hook");
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> HookSpec.parseAll("message/bare:99999999999,message/bare:1e99,a:0.5"))
        .withMessageContaining(
            "priority 99999999999 must be a whole number between -2147483648 and 2147483647")
        .withMessageContaining("priority 1e99 must be a whole number")
        .withMessageContaining("priority 0.5 must be a whole number");
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> StoreSpec.parseAll("notes:keyvl,A"))
        .withMessageContaining("store 1, \"notes:keyvl\": unknown type \"keyvl\"")
        .withMessageContaining("a type with a similar name exists: \"keyval\"")
        .withMessageContaining("store 2, \"A\": store name \"A\" must be");
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> DependencySpec.parseAll("?,mod_disco"))
        .withMessageContaining("dependency 1, \"?\": module name \"\" must be")
        .withMessageContaining("begins with mod_");
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> PermissionSpec.parseAll("Send,look:a b"))
        .withMessageContaining("permission 1, \"Send\": action \"Send\" must be")
        .withMessageContaining("permission 2, \"look:a b\": role \"a b\" must be");
  }
}
