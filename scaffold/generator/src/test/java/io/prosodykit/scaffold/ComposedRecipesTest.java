package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.luacode.FunctionSpec;
import io.prosodykit.luacode.FunctionSpecBuilder;
import io.prosodykit.luacode.LuaCode;
import io.prosodykit.luacode.LuaFile;
import io.prosodykit.luacode.LuaFileBuilder;
import io.prosodykit.luacode.LuaLibrary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Composed code equals what the templates of recipes give, to the byte. */
class ComposedRecipesTest {
  private static final LuaLibrary STANZA = LuaLibrary.of("util.stanza").as("st");
  private static final String RELOAD =
      "Read now, and again whenever the server's configuration is reloaded.";

  @Test
  void iqHandler() {
    FunctionSpec handler =
        event("origin", "stanza")
            .addStatement("module:log($S, $S, stanza.attr.from)", "debug", "Answering %s")
            .add("local reply = $M.reply(stanza)\n", STANZA)
            .add("\t:tag($S, $L)\n", "greeter", Map.of("xmlns", LuaCode.of("xmlns_greeter")))
            .addStatement("\t\t:text(options.$N)", "greeter_text")
            .addStatement("origin.send(reply)")
            .addStatement("return $L", true)
            .build();

    assertEqual(
        "iq-handler",
        file("Answers a greeting\nXEP-0199: XMPP Ping", "globals module")
            .addStatement("local xmlns_greeter = $S", "urn:prosodykit:greeter:0")
            .add("\n")
            .add(options(option("greeter_text", "string", "hello")))
            .addStatement("module:add_feature(xmlns_greeter)")
            .add("\n")
            .add(
                "-- Nothing can be set, so an iq of type \"set\" is left to the server, which answers it"
                    + " with service-unavailable.\n")
            .addStatement(
                "module:hook($S..xmlns_greeter..$S, $L)", "iq-get/host/", ":greeter", handler));
  }

  @Test
  void messageFilter() {
    FunctionSpec findWord =
        FunctionSpec.local("find_word")
            .addParameters("words", "text")
            .beginControlFlow("for _, $N in ipairs($N) do", "word", "words")
            .addStatement("word = tostring(word):lower()")
            .add("if word ~= $S and text:find(word, $L, $L) then return word; end\n", "", 1, true)
            .endControlFlow()
            .build();
    FunctionSpec filter =
        FunctionSpec.local("filter")
            .addParameters("event")
            .addStatement("local origin, stanza = event.origin, event.stanza")
            .addStatement(
                "local body = stanza.attr.type ~= $S and stanza:get_child_text($S)",
                "error",
                "body")
            .add("if not body then return; end\n")
            .addStatement("local text = body:lower()")
            .addStatement("local word = $N(options.greeter_drop, text)", findWord)
            .beginControlFlow("if word then")
            .addStatement(log("Dropping a message from %s: %s"))
            .addStatement("return true")
            .endControlFlow()
            .addStatement("word = $N(options.greeter_bounce, text)", findWord)
            .beginControlFlow(
                "if word and stanza.attr.type ~= $S then -- rooms remove occupants that send errors\n",
                "groupchat")
            .addStatement(log("Bouncing a message from %s: %s"))
            .addStatement(
                "origin.send($M.error_reply(stanza, $S, $S, $S))",
                STANZA,
                "modify",
                "not-acceptable",
                "This message is not wanted here")
            .addStatement("return true")
            .endControlFlow()
            .addStatement("word = $N(options.greeter_mark, text)", findWord)
            .beginControlFlow("if word then")
            .addStatement(log("Marking a message from %s: %s"))
            .addStatement(
                "stanza:reset():tag($S, $L):up()",
                "marked",
                Map.of("xmlns", LuaCode.of("xmlns_greeter")))
            .endControlFlow()
            .build();

    assertEqual(
        "message-filter",
        file("Filters messages", "globals module, read globals prosody, ignore 241/options")
            .addStatement("local xmlns_greeter = $S", "urn:prosodykit:greeter:0")
            .add("\n")
            .add(
                options(
                    option("greeter_bounce", "array", List.of()),
                    option("greeter_drop", "array", List.of()),
                    option("greeter_mark", "array", List.of())))
            .add(
                "\n-- Returns the first of the words that the lower-case text contains. An empty word would"
                    + " be in every text.\n")
            .addFunction(findWord)
            .add("\n")
            .addFunction(filter)
            .add("\n")
            .addComment("Runs before the message is delivered, stored for later or archived.")
            .addStatement("module:hook($S, $N, $L)", "message/bare", filter, 50)
            .addStatement("module:hook($S, $N, $L)", "message/full", filter, 50));
  }

  private static LuaCode log(String format) {
    return LuaCode.of("module:log($S, $S, stanza.attr.from, word)", "debug", format);
  }

  @Test
  void mucPlugin() {
    FunctionSpec created =
        event("room")
            .addStatement("module:log($S, $S, room.jid)", "debug", "New room %s")
            .beginControlFlow("if not room:get_name() then")
            .addStatement("room:set_name(room.jid:match($S))", "^[^@]*")
            .endControlFlow()
            .build();
    LuaCode send =
        LuaCode.of(
            "room:route_stanza($M.message({ from = room.jid, to = stanza.attr.from, type = $S }, text))",
            STANZA,
            "groupchat");
    FunctionSpec joined =
        event("room", "origin", "stanza")
            .add(
                "if not (origin and stanza) then return; end -- another module let the occupant in\n")
            .addStatement("local text = options.greeter_greeting..$S..room.jid", " ")
            .addStatement(send)
            .build();
    FunctionSpec groupchat =
        event("room", "stanza")
            .addStatement("local body, data = stanza:get_child_text($S), room._data", "body")
            .add("if not body then return; end\n")
            .beginControlFlow("if body ~= $S then", "!count")
            .addStatement("data[count] = (data[count] or $L) + $L", 0, 1)
            .addStatement("return")
            .endControlFlow()
            .addStatement("local text = ($S):format(data[count] or $L)", "Messages so far: %d", 0)
            .addStatement(send)
            .add("return true; -- only the sender sees the question and the answer\n")
            .build();

    assertEqual(
        "muc-plugin",
        file(
                "Greets room occupants and counts messages",
                "globals module, read globals prosody, ignore 241/options")
            .add(options(option("greeter_greeting", "string", "Welcome to")))
            .add("\n")
            .addStatement("module:depends($S)", "muc")
            .add("\n")
            .addComment("A room's data is saved with the room when Prosody unloads it from memory.")
            .addStatement("local count = $S", "greeter_messages")
            .add("\n")
            .addStatement("module:hook($S, $L)", "muc-room-created", created)
            .add("\n")
            .addStatement("module:hook($S, $L, $L)", "muc-occupant-joined", joined, -10)
            .add("\n")
            .addStatement("module:hook($S, $L)", "muc-occupant-groupchat", groupchat));
  }

  private static void assertEqual(String recipe, LuaFileBuilder composed) {
    assertThat(composed.build())
        .hasToString(
            Scaffold.of(Examples.named(recipe)).files().get("mod_greeter/mod_greeter.lua"));
  }

  private static LuaFileBuilder file(String summary, String directives) {
    return LuaFile.builder()
        .header(
            LuaCode.builder()
                .addComment("mod_greeter.lua")
                .addComment(summary)
                .add("-- luacheck: " + directives + "\n")
                .build());
  }

  /** A handler, which begins with the fields of its event. */
  private static FunctionSpecBuilder event(String... fields) {
    return FunctionSpec.anonymous()
        .addParameters("event")
        .addStatement(
            "local $L = $L",
            LuaCode.of(String.join(", ", fields)),
            LuaCode.of("event." + String.join(", event.", fields)));
  }

  private static LuaCode option(String name, String type, Object defaultValue) {
    return LuaCode.builder()
        .addStatement(
            "options.$N = module:$N($S, $L)",
            name,
            "get_option_" + type,
            name,
            defaultValue instanceof String text ? LuaCode.of("$S", text) : defaultValue)
        .build();
  }

  private static LuaCode options(LuaCode... options) {
    FunctionSpec read =
        FunctionSpec.local("read_options").add(LuaCode.join("", List.of(options))).build();
    return LuaCode.builder()
        .addComment(RELOAD)
        .addStatement("local options = {}")
        .add(read.toCode())
        .addStatement("$N()", read)
        .addStatement("module:hook_global($S, $N)", "config-reloaded", read)
        .build();
  }
}
