package io.prosodykit.growth;

import com.google.common.collect.ImmutableMap;
import java.util.function.IntFunction;

/** Modules with repeated parts. */
final class Sources {
  private Sources() {}

  /** Sources of a number of parts, by what they repeat. */
  static ImmutableMap<String, IntFunction<String>> all() {
    ImmutableMap.Builder<String, IntFunction<String>> all = ImmutableMap.builder();
    addGrammar(all);
    addBroken(all);
    addMeaning(all);
    addRules(all);
    return all.buildOrThrow();
  }

  /** All parts, one after another; {@code #} stands for the number of a part. */
  static String repeat(String before, int parts, String part, String after) {
    StringBuilder text = new StringBuilder(before);
    for (int i = 0; i < parts; i++) {
      text.append(part.replace("#", String.valueOf(i)));
    }
    return text.append(after).toString();
  }

  private static void add(
      ImmutableMap.Builder<String, IntFunction<String>> all, String name, String part) {
    add(all, name, "", part, "");
  }

  private static void add(
      ImmutableMap.Builder<String, IntFunction<String>> all,
      String name,
      String before,
      String part,
      String after) {
    all.put(name, parts -> repeat(before, parts, part, after));
  }

  private static void addGrammar(ImmutableMap.Builder<String, IntFunction<String>> all) {
    add(all, "local variables", "local v# = #\n");
    add(all, "local variables of one statement", "local a", ", v#", " = 1");
    add(all, "constants", "local v# <const> = #\n");
    add(all, "calls below many constants", "local v# <const> = f(#)\n");
    add(all, "functions", "local function f#(a) return a end\n");
    add(
        all,
        "functions with values from outside",
        "local a\n",
        "local function f#() return a, f# end\n",
        "");
    all.put(
        "values from outside of one function",
        parts ->
            repeat("", parts, "local v#\n", "")
                + repeat("return function ()\n", parts, "v# = v#\n", "end"));
    add(all, "parameters", "return function (a", ", p#", ") end");
    add(all, "arguments", "f(0", ", #", ")");
    add(all, "targets of an assignment", "a", ", t.x#", " = 1");
    add(all, "labels", "::l#::\n");
    add(all, "labels in blocks", "do goto l# ::l#:: end\n");
    all.put(
        "jumps forward",
        parts -> repeat("", parts, "do goto l# end\n", "") + repeat("", parts, "::l#::\n", ""));
    add(all, "jumps to one label", "", "do goto l end\n", "::l::");
    add(all, "jumps to nowhere", "goto l#\n");
    add(all, "breaks", "while x do ", "if y then break end\n", "end");
    add(all, "branches", "if x == 0 then", " f() elseif x == # then", " f() end");
    add(all, "concatenations", "return a", " .. 'x#'", "");
    add(all, "operations", "return a", " + b# * c#", "");
    add(all, "conjunctions", "return a", " and b#.c(#)", "");
    add(all, "fields", "return { ", "x# = #, ", "}");
    add(all, "fields of fields", "return a", ".b#", "");
    add(all, "calls of calls", "f", "(#)", "");
    add(all, "methods of methods", "x", ":m(#)", "");
    add(all, "contexts of contexts", "module", ":context(#)", ":may('x')");
    all.put(
        "tables below tables",
        parts -> "return " + "{ {".repeat(80) + repeat("", parts, "x#, ", "") + "} }".repeat(80));
    add(all, "comments", "-- comment #\n");
    add(all, "comments on a line", "--[[ # ]] ");
    add(all, "strings", "x = 'a#'; ");
    add(all, "escapes", "x = '", "\\n\\65\\x41\\u{41}", "'");
    add(all, "lines of a string", "x = [[", "line #\n", "]]");
    add(all, "digits", "x = ", "1", "");
    add(all, "letters of a name", "", "x", " = 1");
    add(all, "letters of a string", "x = '", "x", "'");
    add(all, "spaces", "", "   ", "print(1)");
    add(all, "empty statements", "; ");
    add(all, "equals signs of brackets", "x = [", "=", "[");
    add(all, "unfinished brackets", "x = [==[ ]=] ");
  }

  private static void addBroken(ImmutableMap.Builder<String, IntFunction<String>> all) {
    add(all, "broken statements", "x = = #\n");
    add(all, "broken statements on a line", "x = = # ");
    add(all, "broken functions", "f(function () x = ) end\n");
    add(all, "unclosed parentheses", "(");
    add(all, "unclosed blocks", "do ");
    add(all, "unclosed functions", "function f() ");
    add(all, "unclosed tables", "x = {");
    add(all, "unclosed calls", "f(");
    add(all, "unclosed conditions", "if x then ");
    add(all, "unclosed loops", "repeat ");
    add(all, "ends of nothing", "end ");
    add(all, "elses of nothing", "else ");
    add(all, "unclosed parentheses in statements", "local x# = (1\n");
    add(all, "attributes", "local x# <a# = 1\n");
    add(all, "unclosed attributes", "local x<");
    add(all, "characters of no token", "$ ");
    add(all, "unfinished strings", "x = 'a\n");
    add(all, "bad escapes", "x = '", "\\q", "'");
    add(all, "bad numbers", "x = 1.2.3.4 ");
    add(all, "negations", "return ", "- ", "1");
    add(all, "nots", "return ", "not ", "1");
    add(all, "broken labels", "::x# ");
    add(all, "expressions as statements", "a.b\n");
    add(all, "assignments to constants", "local c <const> = 1\n", "c = #\n", "");
  }

  private static void addMeaning(ImmutableMap.Builder<String, IntFunction<String>> all) {
    add(all, "guards", "if not module.g# then return end\n");
    add(all, "guards before calls", "if not module.g# then return end module:g#()\n");
    add(all, "guards in conjunctions", "return x", " and module.g# and module:g#()", "");
    add(all, "guards in branches", "if x then ", "elseif module.g# then module:g#()\n", "end");
    add(all, "guards in disjunctions", "return x", " or not module.g#", " or module:g1()");
    add(
        all,
        "guards by the same name",
        "local g = module.may\n",
        "if g then module:may() end\n",
        "");
    add(
        all,
        "names for names",
        "local v0 = module.may\n",
        "local v# = v\n local w# = v#\n",
        "w1()");
    add(all, "names for longer paths", "local v = a.b\n", "local v = v.b\n", "v()");
    add(
        all,
        "conditions by names",
        "local c = module.may\n",
        "local c = c and module.x# ~= nil\n",
        "if c then module:may() end");
    add(
        all,
        "strings from strings",
        "local s = 'x'\n",
        "local s = s .. 'x#'\n",
        "module:hook(s, f)");
    add(all, "strings twice as long", "local s = 'x'\n", "local s = s .. s\n", "module:hook(s, f)");
    add(all, "formats", "local s = 'x'\n", "local s = ('%s#'):format(s)\n", "module:hook(s, f)");
    add(all, "places in a format", "module:hook(('", "%s", "'):format(x))");
    all.put(
        "uses of a long name",
        parts -> "local f = module." + "x".repeat(parts) + repeat("\n", parts, "f(module)\n", ""));
    all.put(
        "uses of a long path",
        parts -> "local f = x." + "x".repeat(parts) + repeat("\n", parts, "f.g()\n", ""));
    all.put(
        "uses of a long library",
        parts -> "local n = '" + "x".repeat(parts) + repeat("'\n", parts, "require(n).f()\n", ""));
    all.put(
        "uses of a long string",
        parts ->
            "local n = '" + "x".repeat(parts) + repeat("'\n", parts, "module:depends(n)\n", ""));
    add(all, "functions in pcall", "pcall(function () require 'x#' end)\n");
    add(all, "arguments of the module", "module:x({ ", "a# = 'x#', ", "})");
    add(all, "texts of the first comment", "--[[", " XEP-0001 xep", "]]");
    add(all, "hints", "--% requires: a#, b#\n");
    add(all, "values of a hint", "--% requires: a", ", b#", "");
  }

  private static void addRules(ImmutableMap.Builder<String, IntFunction<String>> all) {
    add(all, "findings", "print(#)\n");
    add(all, "findings on a line", "print(#) ");
    add(all, "findings on a line with pairs", "--[[", "\uD83D\uDE00", "]] print(1) print(2)");
    add(all, "findings between pairs", "print '\uD83D\uDE00' ");
    add(all, "lines of two characters", "print(#)\r\n");
    add(all, "options", "module:get_option('o#')\n");
    add(all, "options of many modules", "module:depends('m#') module:get_option('o#')\n");
    add(all, "one option in many ways", "module:get_option_number('o', #)\n");
    add(all, "obsolete options", "module:get_option('anonymous_login')\n");
    all.put("letters of an option", parts -> "module:get_option('" + "a_".repeat(parts) + "')");
    add(all, "hooks", "module:hook('iq/host/urn:x#:y', f)\n");
    add(
        all,
        "features and hooks",
        "module:add_feature('urn:f#') module:hook('iq/host/urn:x#:y', f)\n");
    add(all, "fired events", "module:fire_event('e#/' .. x) prosody.events.fire_event('e#')\n");
    add(all, "providers", "module:provides('auth', p) function p.is_admin() end\n");
    add(all, "stores of a global module", "module:set_global()\n", "module:open_store('s#')\n", "");
    add(all, "shared tables", "module:shared('a#', 'b#')\n");
    add(all, "unknown functions", "module:nonsense#()\n");
    add(all, "libraries", "require 'util.nonsense#'\n");
    add(all, "dependencies", "module:depends('nonsense#')\n");
    add(all, "sockets", "require'socket'.tcp()\n");
    add(all, "globals", "g# = 1\n");
    add(all, "functions of Lua", "table.unpack(x)\n");
    add(all, "suppressions", "-- prosodykit: ignore print-call\nprint(#)\n");
    add(all, "suppressions in a row", "-- prosodykit: ignore print-call\n");
    add(all, "suppressions on a line", "--[[ prosodykit: ignore print-call ]] ");
    all.put(
        "suppressions behind spaces",
        parts -> " ".repeat(20 * parts) + "--[[ prosodykit: ignore print-call ]] ".repeat(parts));
    add(all, "rules of a suppression", "-- prosodykit: ignore print-call", ", print-call", "");
    add(all, "unknown rules", "-- prosodykit: ignore prin-call#\n");
  }
}
