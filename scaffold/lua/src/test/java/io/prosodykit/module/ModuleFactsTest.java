package io.prosodykit.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.lua.LuaVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleFactsTest {
  private static final LuaValue NIL = new LuaValue.Nil();
  private static final LuaValue UNKNOWN = new LuaValue.Unknown();

  private static ModuleFacts facts(String source) {
    return ModuleFacts.of(LuaChunk.parse(source));
  }

  private static LuaValue text(String text) {
    return new LuaValue.Text(text);
  }

  private static LuaValue number(double number) {
    return new LuaValue.Num(number);
  }

  /** What is known about an expression that follows some lines. */
  private static LuaValue known(String before, String expression) {
    return facts(before + "\nmodule:f(" + expression + ")").calls().get(0).argument(0);
  }

  private static LuaRange range(int line, int begin, int end) {
    return new LuaRange(new LuaPosition(line, begin), new LuaPosition(line, end));
  }

  @Test
  void findsDependencies() {
    ModuleFacts facts =
        facts(
            """
            module:depends("http");
            local pep = module:depends "pep";
            module:depends("http_altconnect", true);
            module:depends(name, false);
            """);

    assertThat(facts.dependencies())
        .containsExactly(
            new DependencyUse(range(1, 1, 23), text("http"), false, false),
            new DependencyUse(range(2, 13, 33), text("pep"), false, false),
            new DependencyUse(range(3, 1, 40), text("http_altconnect"), true, false),
            new DependencyUse(range(4, 1, 28), UNKNOWN, false, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if x then HERE end",
        "if x then elseif y then HERE end",
        "if x then elseif HERE then end",
        "if x then else HERE end",
        "local other = x and HERE",
        "local other = x or (y .. HERE)",
        "while x do HERE end",
        "for i = 1, x do HERE end",
        "for i in x() do HERE end",
        "if x then local function f() HERE end end",
        "function module.add_host(module) if x then HERE end end",
        "if x then do repeat HERE until y end end",
      })
  void findsConditionsOnDependencies(String source) {
    assertThat(conditions(source)).containsExactly(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HERE",
        "if HERE then x() end",
        "local other = HERE and x",
        "local other = x + HERE",
        "while HERE do end",
        "for i = HERE, 2 do end",
        "for i in HERE do end",
        "repeat HERE until x",
        "function module.add_host(module) HERE end",
        "function module.load() HERE end",
        "if x then y() end HERE",
        "if x then error('no') end HERE",
        "if x then return end HERE",
        "HERE if x then return end",
        "do HERE end",
      })
  void findsDependenciesWithoutCondition(String source) {
    assertThat(conditions(source)).containsExactly(false);
  }

  private static List<Boolean> conditions(String source) {
    return facts(source.replace("HERE", "module:depends('other')")).dependencies().stream()
        .map(DependencyUse::conditional)
        .toList();
  }

  @Test
  void findsWhatIsProvided() {
    ModuleFacts facts =
        facts(
            """
            module:provides("auth", { name = "ldap", users = f });
            module:provides "storage";
            module:provides("http", { route = {} });
            module:provides("adhoc", descriptor);
            """);

    assertThat(facts.provided())
        .extracting(ProvidedItem::type, ProvidedItem::name)
        .containsExactly(
            tuple(text("auth"), text("ldap")),
            tuple(text("storage"), NIL),
            tuple(text("http"), NIL),
            tuple(text("adhoc"), UNKNOWN));
  }

  @Test
  void findsOptionsWithTypesAndFallbacks() {
    ModuleFacts facts =
        facts(
            """
            local a = module:get_option("a");
            local b = module:get_option_number("b", 7 * 24 * 60 * 60, 0, 1e9);
            local c = module:get_option_enum("c", "ask", "allow", "deny");
            local d = module:get_option_inherited_set("d", { "x", "y", z = 1 });
            local e = module:get_option_string("e", os.getenv "HOME");
            """);

    LuaValue table =
        new LuaValue.Table(ImmutableList.of(text("x"), text("y")), ImmutableMap.of("z", number(1)));
    assertThat(facts.options())
        .containsExactly(
            new OptionUse(range(1, 11, 33), text("a"), "", NIL, ImmutableList.of()),
            new OptionUse(
                range(2, 11, 66),
                text("b"),
                "number",
                number(604_800),
                ImmutableList.of(number(0), number(1e9))),
            new OptionUse(
                range(3, 11, 62),
                text("c"),
                "enum",
                text("ask"),
                ImmutableList.of(text("allow"), text("deny"))),
            new OptionUse(range(4, 11, 68), text("d"), "inherited_set", table, ImmutableList.of()),
            new OptionUse(range(5, 11, 58), text("e"), "string", UNKNOWN, ImmutableList.of()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`hook('a', f)`, a",
        "`hook_global('a', f)`, a",
        "`wrap_event('a', f)`, a",
        "`wrap_global('a', f)`, a",
        "`hook_object_event(server, 'a', f)`, a",
        "`wrap_object_event(events, 'a', f)`, a",
        "`hook_tag('urn:x', 'r', f)`, stanza/urn:x:r",
        "`hook_tag(nil, 'r', f)`, stanza/r",
        "`hook_tag('r', f)`, stanza/r",
        "`hook_stanza('urn:x', 'r', f)`, stanza/urn:x:r",
      })
  void findsEvents(String call, String event) {
    assertThat(facts("module:" + call).hooks())
        .extracting(EventHook::event)
        .containsExactly(text(event));
  }

  @Test
  void resolvesConstantsInEvents() {
    ModuleFacts facts =
        facts(
            """
            local base <const>, version = "urn:xmpp:x", 2;
            local ns = base .. ":" .. version;
            module:hook("iq-get/host/" .. ns .. ":query", f);
            module:hook("iq-result/host/" .. id .. "/" .. a .. b, f);
            module:hook(event, f);
            """);

    assertThat(facts.hooks())
        .extracting(EventHook::event)
        .containsExactly(
            text("iq-get/host/urn:xmpp:x:2:query"),
            new LuaValue.Template("iq-result/host/…/…"),
            UNKNOWN);
  }

  @Test
  void followsScopesOfConstants() {
    assertThat(known("local a = 'x' do local a = 'y' end", "a")).isEqualTo(text("x"));
    assertThat(known("local a = 'x' local a = a .. 'y'", "a")).isEqualTo(text("xy"));
    assertThat(known("local a = 'x' a = 'y'", "a")).isEqualTo(UNKNOWN);
    assertThat(known("local a = 'x' function a() end", "a")).isEqualTo(UNKNOWN);
    assertThat(known("local a = 'x' for a = 1, 2 do module:f(a) end", "a")).isEqualTo(UNKNOWN);
    assertThat(known("local a, b = f()", "b")).isEqualTo(UNKNOWN);
    assertThat(known("a = 'x'", "a")).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "1 + 2 * 3, 7",
    "2 ^ 10, 1024",
    "7 // 2, 3",
    "7 % 4, 3",
    "-(1 - 4), 3",
    "0x10, 16",
    "0x.8p1, 1",
    "1e3 / 8, 125",
    "nil or 5, 5",
    "2 and 5, 5",
    "4 or 5, 4"
  })
  void computesNumbers(String expression, double value) {
    assertThat(known("", expression)).isEqualTo(number(value));
  }

  @Test
  void knowsNothingAboutWhatDependsOnMore() {
    assertThat(List.of("f()", "a.b", "1 < 2", "{} + 1", "#'a'", "...", "a or 1", "1 | 2"))
        .allSatisfy(expression -> assertThat(known("", expression)).isEqualTo(UNKNOWN));
    assertThat(known("", "not nil")).isEqualTo(new LuaValue.Bool(true));
    assertThat(known("", "(false)")).isEqualTo(new LuaValue.Bool(false));
  }

  @Test
  void doesNotConcatenateEndlessStrings() {
    StringBuilder source = new StringBuilder("local a = 'xxxxxxxx'\n");
    for (int i = 0; i < 100; i++) {
      source.append("local a = a .. a\n");
    }

    assertThat(known(source.toString(), "a")).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local m = module; m:depends('a')",
        "local module = module; module:depends('a')",
        "(module):depends 'a'",
        "module:context('*'):depends('a')",
        "local global = module:context('*'); global:depends('a')",
        "module.depends(module, 'a')",
        "local depends = module.depends; depends(module, 'a')",
        "local m = module; local depends = m.depends; depends(m, 'a')",
        "function module.add_host(host_module) host_module:depends('a') end",
        "module.add_host = function (host_module) host_module:depends('a') end",
        "local function f(module) module:depends('a') end",
        "x = { y = function () return g(module:depends('a')) end }"
      })
  void followsAliasesOfTheModule(String source) {
    assertThat(facts(source).dependencies())
        .extracting(DependencyUse::name)
        .containsExactly(text("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local module = other; module:depends('a')",
        "local m = module; m = other; m:depends('a')",
        "other:depends('a')",
        "module.other:depends('a')",
        "depends(module, 'a')",
        "module.depends(other, 'a')",
        "-- module:depends('a')",
        "local x = [[ module:depends('a') ]]"
      })
  void mistakesNothingElseForTheModule(String source) {
    assertThat(facts(source).dependencies()).isEmpty();
  }

  @Test
  void findsLibraries() {
    ModuleFacts facts =
        facts(
            """
            local st = require "util.stanza";
            local jid_bare = require("util.jid").bare;
            local ok, pposix = pcall(require, "util.pposix");
            local require = require; require "lfs";
            local lib = module:require "mod_x";
            local ssl = softreq "ssl";
            pcall(function () return require "zlib" end);
            xpcall(require, debug.traceback, "bit");
            require(name);
            """);

    assertThat(facts.libraries())
        .extracting(LibraryUse::name, LibraryUse::kind)
        .containsExactly(
            tuple(text("util.stanza"), LibraryUse.Kind.REQUIRED),
            tuple(text("util.jid"), LibraryUse.Kind.REQUIRED),
            tuple(text("util.pposix"), LibraryUse.Kind.OPTIONAL),
            tuple(text("lfs"), LibraryUse.Kind.REQUIRED),
            tuple(text("mod_x"), LibraryUse.Kind.OWN),
            tuple(text("ssl"), LibraryUse.Kind.OPTIONAL),
            tuple(text("zlib"), LibraryUse.Kind.OPTIONAL),
            tuple(text("bit"), LibraryUse.Kind.OPTIONAL),
            tuple(UNKNOWN, LibraryUse.Kind.REQUIRED));
  }

  @Test
  void findsFeaturesAndNamespaces() {
    ModuleFacts facts =
        facts(
            """
            local ns = "urn:xmpp:carbons:2";
            module:add_feature(ns);
            module:add_feature("http://jabber.org/protocol/pubsub" .. "#owner");
            st.iq({ xmlns = "jabber:iq:roster" }):tag("x", { xmlns = 'urn:ietf:params:xml:ns:xmpp-tls' });
            print("urn:xmpp: is no namespace", "urn:xmpp:", "http://example.org/", "urn:xmpp:" .. x);
            """);

    assertThat(facts.features())
        .containsExactly(
            text("urn:xmpp:carbons:2"), text("http://jabber.org/protocol/pubsub#owner"));
    assertThat(facts.namespaces())
        .containsExactly(
            new NamespaceUse(new LuaPosition(1, 12), "urn:xmpp:carbons:2"),
            new NamespaceUse(new LuaPosition(3, 20), "http://jabber.org/protocol/pubsub#owner"),
            new NamespaceUse(new LuaPosition(4, 17), "jabber:iq:roster"),
            new NamespaceUse(new LuaPosition(4, 58), "urn:ietf:params:xml:ns:xmpp-tls"));
  }

  @Test
  void findsTheEventsThatItFires() {
    ModuleFacts facts =
        facts(
            """
            local fire = prosody.events.fire_event;
            local of_module, kind = module.fire_event, "kind";
            module:fire_event("muc-room-created", { room = room });
            module:context(host):fire_event("of-host/" .. kind);
            prosody.events.fire_event('global');
            prosody.hosts[host].events.fire_event("sasl/" .. type .. "/" .. status);
            session.events.fire_event(name);
            fire("through-an-alias"); of_module(module, "by-the-module");
            room.module:fire_event("of-another-module");
            function refire_event(event) return function () module:fire_event(event) end end
            module:hook("x", refire_event("through-a-function"));
            module:hook("not-fired", f); module:fire_event();
            """);

    assertThat(facts.fired())
        .containsExactly(
            text("muc-room-created"),
            text("of-host/kind"),
            text("global"),
            new LuaValue.Template("sasl/…/…"),
            UNKNOWN,
            text("through-an-alias"),
            text("by-the-module"),
            text("of-another-module"),
            UNKNOWN,
            text("through-a-function"));
  }

  @Test
  void readsHintsToProsody() {
    ModuleFacts facts =
        facts(
            """
            --% requires: keyval, other
            --%conflicts: mod_flags
             --% requires: indented
            -- % requires: spaced
            --% nothing:
            --% no colon
            x = 1; --% requires: behind
            """);

    assertThat(facts.hints())
        .containsExactly(
            new ModuleHint(new LuaPosition(1, 1), "requires", ImmutableList.of("keyval", "other")),
            new ModuleHint(new LuaPosition(2, 1), "conflicts", ImmutableList.of("mod_flags")));
  }

  @Test
  void findsExtensionsInTheFirstComment() {
    ModuleFacts facts =
        facts(
            """
            -- XEP-0198: Stream Management, XEP 60
            --[[ see https://xmpp.org/extensions/xep-0313.html
                 and xep0045, not XEP-XXXX, not foxep-0001, not XEP-12345 ]]
            local x = 1; -- XEP-0001
            """);

    assertThat(facts.xeps()).extracting(XepMention::number).containsExactly(198, 60, 313, 45);
    assertThat(facts("-- XEP-0001").xeps()).hasSize(1);
  }

  @Test
  void recognizesGlobalAndSharedModules() {
    assertThat(facts("module:set_global()").isGlobal()).isTrue();
    assertThat(facts("module:set_global()").shared()).isFalse();
    assertThat(facts("function module.add_host(m) end").shared()).isTrue();
    assertThat(facts("function module.load() end").shared()).isFalse();
    assertThat(facts("").isGlobal()).isFalse();
  }

  @Test
  void findsComparisonsOfTheHostType() {
    ModuleFacts facts =
        facts(
            """
            if module:get_host_type() ~= "component" then error() end
            assert("local" == module:get_host_type());
            """);

    assertThat(facts.hostTypes())
        .containsExactly(
            new HostTypeComparison(new LuaPosition(1, 4), "component", false),
            new HostTypeComparison(new LuaPosition(2, 8), "local", true));
  }

  @Test
  void namesEveryFunctionOnce() {
    assertThat(facts("module:log('a') module:hook('b') module:log('c')").functions())
        .containsExactly("hook", "log");
  }

  @Test
  void namesTheOldestLua() {
    assertThat(facts("x = 1").oldestLua()).contains(LuaVersion.V5_1);
    assertThat(facts("goto a ::a::").oldestLua()).contains(LuaVersion.V5_2);
    assertThat(facts("x = ").oldestLua()).isEmpty();
  }

  @Test
  void keepsTheFactsOfBrokenSource() {
    ModuleFacts facts =
        facts(
            """
            module:depends("a")
            local x = = 1
            module:hook("b", function () module:depends("c" end)
            module:hook("d" function () module:depends("e") end)
            module:depends("f")
            """);

    assertThat(facts.dependencies())
        .extracting(DependencyUse::name)
        .containsExactly(text("a"), text("e"), text("f"));
    assertThat(facts.oldestLua()).isEmpty();
  }
}
