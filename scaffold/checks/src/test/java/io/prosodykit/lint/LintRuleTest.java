package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.testing.Tree;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule by cases that it finds, with their places and targets, and near misses. */
class LintRuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // guards that exclude a target
        "api-missing-in-target | module:may('x') | 1:1 0.11 and 0.12",
        "api-missing-in-target | module:send_iq(x) | 1:1 0.11",
        "api-missing-in-target | module:context('*'):may('x') | 1:1 0.11 and 0.12",
        "api-missing-in-target | local m = module; m:may('x') | 1:19 0.11 and 0.12",
        "api-missing-in-target | module.may(module, 'x') | 1:1 0.11 and 0.12",
        "api-missing-in-target | local may = module.may; may(module, 'x') | 1:25 0.11 and 0.12",
        "api-missing-in-target | module:hok('x') | 1:1 0.11, 0.12 and 13.0",
        "api-missing-in-target | if module.may then module:may('x') end | ``",
        "api-missing-in-target | if module['may'] then module:may('x') end | ``",
        "api-missing-in-target | if module.may ~= nil then module:may('x') end | ``",
        "api-missing-in-target | if nil == module.may then else module:may('x') end | 1:32 0.11 and 0.12",
        "api-missing-in-target | if module.may == nil then else module:may('x') end | ``",
        "api-missing-in-target | if type(module.may) == 'function' then module:may('x') end | ``",
        "api-missing-in-target | if not module.may then module:may('x') end | 1:24 0.11 and 0.12",
        "api-missing-in-target | if not module.may then f() else module:may('x') end | ``",
        "api-missing-in-target | if module.may then f() else module:may('x') end | 1:29 0.11 and 0.12",
        "api-missing-in-target | if not module.may then return end module:may('x') | ``",
        "api-missing-in-target | if not module.may then error('no') end module:may('x') | ``",
        "api-missing-in-target | if not module.may then f() end module:may('x') | 1:32 0.11 and 0.12",
        "api-missing-in-target | local x = module.may and module:may('x') or nil | ``",
        "api-missing-in-target | local x = not module.may or module:may('x') | ``",
        "api-missing-in-target | local x = module.may or module:may('x') | 1:25 0.11 and 0.12",
        "api-missing-in-target | local new = module.may ~= nil; if new and f() then module:may('x') end | ``",
        "api-missing-in-target | local new = module.may; if new or f() then module:may('x') end | 1:44 0.11 and 0.12",
        "api-missing-in-target | if module.send_iq then module:may('x') end | 1:24 0.12",
        "api-missing-in-target | if module.may or module.on_ready then module:may('x') end | ``",
        "api-missing-in-target | if module.may or module.send_iq then module:may('x') end | 1:38 0.12",
        "api-missing-in-target | if module.may or f() then module:may('x') end | 1:27 0.11 and 0.12",
        "api-missing-in-target | if module.once then f(function () module:may('x') end) end | ``",
        "api-missing-in-target | if prosody.process_type then module:send_iq(x) end | ``",
        "api-missing-in-target | if prosody.process_type == 'x' then module:may('x') end | 1:37 0.11 and 0.12",
        "api-missing-in-target | if module.host == 'x' then module:may('x') end | 1:28 0.11 and 0.12",
        "api-missing-in-target | if module.may then return end module:send_iq(x) | 1:31 0.11",
        "api-missing-in-target | function module.greet() end module:greet() | ``",
        "api-missing-in-target | module:log('info', 'x') module:http_url() | ``",
        "api-missing-in-target | local other = {} other:may('x') | ``",
        "api-missing-in-target | if pcall(require, 'prosody.util.jid') then module:may('x') end | ``",
        "api-missing-in-target | if pcall(require, 'lfs') then module:may('x') end | 1:31 0.11 and 0.12",
        "api-missing-in-target | function module.ready() end | 1:10 0.11 and 0.12",
        "api-missing-in-target | local other = {} function other.ready() end | ``",
        "api-removed | module:measure_event('x') | 1:1 0.12 and 13.0",
        "api-removed | module:has_identity('x') | 1:1 0.11, 0.12 and 13.0",
        "api-removed | if module.measure_event then module:measure_event('x') end | ``",
        "api-removed | module:measure('x', 'rate') | ``",
        "api-deprecated | local um = require 'core.usermanager'; um.is_admin('x') | 1:40 13.0",
        "api-deprecated | local a = require 'prosody.core.usermanager'.is_admin; a('x') | 1:56 13.0",
        "api-deprecated | local p = {} function p.is_admin() end module:provides('auth', p) | 1:23 13.0",
        "api-deprecated | local p = {} function p.is_admin() end p.is_admin() | ``",
        "api-deprecated | local p = {} p.is_admin = function () end module:provides('auth', p) | 1:14 13.0",
        "api-deprecated | local p = { is_admin = function () end } module:provides('auth', p) | 1:13 13.0",
        "api-deprecated | local p = { is_admin = true } module:provides('auth', p) | ``",
        "api-deprecated | module:once('x', f) | 1:1 13.0",
        "api-deprecated | if module.once then module:once(f) end | 1:21 13.0",
        "api-deprecated | module:on_ready(f) | ``",
        "api-deprecated | local um = require 'core.usermanager'; if not module.may then um.is_admin() end | ``",
        "api-deprecated | local um = require 'core.usermanager'; return module.may and f() or um.is_admin() | 1:69 13.0",
        "api-deprecated | module:hook_stanza('x') | 1:1",
        "api-deprecated | module:hook_tag('x') | ``",
        "library-missing-in-target | require 'prosody.util.jid' | 1:1 0.11 and 0.12",
        "library-missing-in-target | require 'util.rfc6724' | 1:1 13.0",
        "library-missing-in-target | require 'util.jdi' | 1:1 0.11, 0.12 and 13.0",
        "library-missing-in-target | local ok, l = pcall(require, 'prosody.util.jid') | ``",
        "library-missing-in-target | local ok, l = pcall(function () return require 'util.paseto' end) | ``",
        "library-missing-in-target | local l = softreq 'util.paseto' | ``",
        "library-missing-in-target | if pcall(require, 'util.paseto') then require 'util.paseto' end | ``",
        "library-missing-in-target | local has = pcall(require, 'util.paseto') local p = has and require 'util.paseto' | ``",
        "library-missing-in-target | if pcall(require, 'util.jid') then require 'util.paseto' end | 1:36 0.11 and 0.12",
        "library-missing-in-target | if pcall(f, 'util.paseto') then require 'util.paseto' end | 1:33 0.11 and 0.12",
        "library-missing-in-target | if not pcall(require, 'prosody.util.jid') then require 'util.rfc6724' end | ``",
        "library-missing-in-target | require(('prosody.util.%s'):format('jid')) | 1:1 0.11 and 0.12",
        "library-missing-in-target | require(string.format('prosody.%s.jid', 'util')) | 1:1 0.11 and 0.12",
        "library-missing-in-target | require(('util.%s%d'):format('jid', 1)) | ``",
        "library-missing-in-target | if module.may then require 'prosody.util.jid' end | ``",
        "library-missing-in-target | require 'lfs' require 'socket.http' require 'util.jid' | ``",
        "library-missing-in-target | module:require 'util' | ``",
        "lua-syntax | local = 1 | 1:7",
        "lua-syntax | goto done ::done:: | ``",
        "lua-grammar-missing-in-target | local x = 7 // 2 | 1:13 0.11, 0.12 and 13.0",
        "lua-grammar-missing-in-target | local x <const> = 1 | 1:9 0.11, 0.12 and 13.0",
        "lua-grammar-missing-in-target | local x = 0x10 | ``",
        "lua-function-missing-in-target | unpack({}) | 1:1 0.12 and 13.0",
        "lua-function-missing-in-target | setfenv(1, {}) | 1:1 0.11, 0.12 and 13.0",
        "lua-function-missing-in-target | local u = unpack; u({}) | 1:19 0.12 and 13.0",
        "lua-function-missing-in-target | utf8.char(1) | 1:1 0.11, 0.12 and 13.0",
        "lua-function-missing-in-target | xpcall(f, g, 1) | 1:1 0.11 and 0.12",
        "lua-function-missing-in-target | xpcall(f, g) | ``",
        "lua-function-missing-in-target | local xpcall = require 'util.xpcall'.xpcall; xpcall(f, g, 1) | ``",
        "lua-function-missing-in-target | local u = table.unpack or unpack; u({}) | ``",
        "lua-function-missing-in-target | if setfenv then setfenv(1, {}) end | ``",
        "lua-function-missing-in-target | if not setfenv then return end setfenv(1, {}) | ``",
        "lua-function-missing-in-target | if rawget(_G, 'setfenv') then setfenv(1, {}) end | ``",
        "lua-function-missing-in-target | local function unpack() end unpack({}) | ``",
        "global-storage | module:set_global() module:open_store() | 1:21 13.0",
        "global-storage | module:set_global() module:context('x'):open_store() | ``",
        "global-storage | module:open_store() | ``",
        "global-storage | module:set_global() module:open_store() function module.add_host() end | 1:21 13.0",
        "global-storage | module:set_global() function module.add_host(m) m:open_store() end | ``",
        "dependency-unknown | module:depends('nobody_has_this') | 1:1 0.11, 0.12 and 13.0",
        "dependency-unknown | module:depends('http_openmetrics') | 1:1 0.11",
        "dependency-unknown | if module.may then module:depends('http_altconnect') end | ``",
        "dependency-unknown | module:depends('example') module:depends(name) | ``",
        "soft-dependency-ignored | module:depends('http', true) | 1:1 0.11 and 0.12",
        "soft-dependency-ignored | module:depends('http', false) module:depends('http') | ``",
        "option-bounds-ignored | module:get_option_number('example_n', 1, 0) | 1:1 0.11 and 0.12",
        "option-bounds-ignored | module:get_option_number('example_n', 1) | ``",
        "option-bounds-ignored | module:get_option_integer('example_n', 1, 0) | ``",
        "shared-argument-ignored | module:shared('a', 'b') | 1:1 0.11, 0.12 and 13.0",
        "shared-argument-ignored | module:shared('a') | ``",
        "option-inconsistent | module:get_option_string('example_a') module:get_option_set('example_a') | 1:39",
        "option-inconsistent | module:get_option_number('example_a', 60) module:get_option_number('example_a', 6*10) | ``",
        "option-inconsistent | module:get_option_string('example_a', x) module:get_option_string('example_a', y) | ``",
        "option-inconsistent | module:get_option_set('example_a') module:get_option_inherited_set('example_a') | ``",
        "option-obsolete | module:get_option('use_libevent') | 1:1 0.11, 0.12 and 13.0",
        "option-obsolete | module:get_option('registration_whitelist') | 1:1 0.12 and 13.0",
        "option-obsolete | module:get_option('setuid') | 1:1 0.12 and 13.0",
        "option-obsolete | module:get_option('cross_domain_bosh', module:get_option('http_cors_override')) | ``",
        "option-obsolete | module:get_option('network_backend') | ``",
        "option-unprefixed | module:get_option('greeting') | 1:1",
        "option-unprefixed | module:depends('http') module:get_option('http_host') | ``",
        "option-unprefixed | module:get_option(name) | ``",
        "option-unprefixed | module:get_option('admins') module:get_option('c2s_require_encryption') | ``",
        "option-unprefixed | module:get_option('cd2s_require_encryption') | 1:1",
        "global-assignment | local a a, b = 1, 2 | 1:12",
        "global-assignment | _G.a = 1 | 1:1",
        "global-assignment | function module.load() end local t = {} t.x = 1 | ``",
        "global-assignment | function greet() end if x then wave = function () end end | ``",
        "global-assignment | function module.load() function greet() end end | 1:33",
        "global-assignment | local function f() end function greet() n = 1 end | 1:41",
        "blocking-call | os.execute('x') | 1:1",
        "blocking-call | local run = io.popen; run('x') | 1:23",
        "blocking-call | require 'socket'.sleep(1) | 1:1",
        "blocking-call | local s = require 'socket'; s.gettime() os.time() | ``",
        "blocking-call | local c = require 'socket'.tcp() c:connect('x', 1) | 1:11",
        "blocking-call | local c = require 'socket'.tcp() c:settimeout(0) c:connect('x', 1) | ``",
        "blocking-call | function module.command() os.execute('x') end | ``",
        "print-call | print('x') | 1:1",
        "print-call | local print = module.log; print('x') | ``",
        "print-call | function module.command() print('x') end | ``",
        "namespace-unadvertised | module:hook('iq/host/urn:x:y:query', f) | 1:1",
        "namespace-unadvertised | local ns = 'urn:x' module:hook('iq-set/self/'..ns..':q', f) | 1:20",
        "namespace-unadvertised | module:add_feature('urn:x#a') module:hook('iq/host/urn:x:q', f) | ``",
        "namespace-unadvertised | module:hook(('iq/host/%s:q'):format('urn:x'), f) | 1:1",
        "namespace-unadvertised | module:hook('iq/host/urn:x:q', f, 0) | 1:1",
        "namespace-unadvertised | module:hook('iq/host/urn:x:q', f, 10) | ``",
        "namespace-unadvertised | module:hook('account-disco-info', g) module:hook('iq/self/urn:x:q', f) | ``",
        "namespace-unadvertised | module:hook('iq-get/bare/jabber:iq:roster:query', f) | ``",
        "namespace-unadvertised | module:add_feature(f()) module:hook('iq/host/urn:x:q', f) | ``",
        "namespace-unadvertised | module:hook('iq-result/host/id', f) module:hook('message/host', f) | ``",
        "suppression-unknown | f() -- prosodykit: ignore | 1:5",
        "suppression-unknown | f() -- prosodykit: ignore print-call, blocking-call | ``",
        "suppression-unknown | f() -- prosodykit writes such comments | ``",
      })
  void findsWhatItIsAbout(String rule, String source, String places, @TempDir Path folder)
      throws IOException {
    LintReport report = Modules.lint(folder, "[0.11,13.0]", source);

    assertThat(Modules.places(report, LintRule.parse(rule)))
        .isEqualTo(places.isEmpty() ? List.of() : List.of(places));
  }

  @Test
  void checksOnlyTargets(@TempDir Path folder) throws IOException {
    String source = "module:send_iq(x) require 'util.rfc6724'";

    assertThat(Modules.lint(folder, "0.11", source).findings())
        .extracting(Finding::rule)
        .containsExactly(LintRule.API_MISSING_IN_TARGET);
    assertThat(Modules.lint(folder, "0.12", source).findings()).isEmpty();
    assertThat(Modules.lint(folder, "13.0", source).findings())
        .extracting(Finding::rule)
        .containsExactly(LintRule.LIBRARY_MISSING_IN_TARGET);
  }

  @Test
  void knowsTheTargetsThatIgnoreArguments(@TempDir Path folder) throws IOException {
    String source = "module:shared('a', 'b')";

    assertThat(Modules.lint(folder, "[0.9,0.10]", source).findings()).isEmpty();
    assertThat(Modules.lint(folder, "[0.9,0.11]", source).findings())
        .extracting(Finding::targets)
        .containsExactly(ImmutableList.of(ProsodyVersion.V0_11));
  }

  @Test
  void knowsAnOptionThatATargetStillHas(@TempDir Path folder) throws IOException {
    String source = "module:get_option('registration_whitelist')";

    assertThat(Modules.lint(folder, "0.11", source).findings()).isEmpty();
    assertThat(Modules.lint(folder, "[0.11,0.12]", source).findings())
        .extracting(Finding::fix)
        .containsExactly("read registration_allowlist; read this one only for older targets");
  }

  @Test
  void distinguishesTheFilesOfAModule(@TempDir Path folder) throws IOException {
    Tree.write(
        folder,
        ImmutableMap.of(
            "mod_a/mod_a.lua", "function module.command() end",
            "mod_a/tool.lib.lua", "function greet() print(1) end",
            "mod_a/data.lua", "function greet() end",
            "mod_b/mod_b.lua", "print(1)"));

    LintReport report = Linter.builder(TargetRange.parse("13.0")).build().lint(List.of(folder));

    assertThat(report.findings())
        .extracting(finding -> finding.rule() + " " + finding.file().getFileName())
        .containsExactly("global-assignment data.lua", "print-call mod_b.lua");
  }

  @Test
  void suppressesByCommentOnTheLineAndBeforeIt(@TempDir Path folder) throws IOException {
    String source =
        """
        print(1) -- prosodykit: ignore print-call
        -- prosodykit: ignore print-call, global-assignment
        x = print(2)
        print(3) -- prosodykit: ignore global-assignment
        print(4)
        """;

    LintReport report = Modules.lint(folder, "13.0", source);

    assertThat(Modules.places(report, LintRule.PRINT_CALL)).containsExactly("4:1", "5:1");
    assertThat(Modules.places(report, LintRule.GLOBAL_ASSIGNMENT)).isEmpty();
  }

  @Test
  void suppressesFromCommentsOfEveryShape(@TempDir Path folder) throws IOException {
    String source =
        """
        --[[ prosodykit: ignore print-call ]] print(1)
        -- prosodykit: ignore print-call, for it is a shell
        -- prosodykit: ignore global-assignment

        x = print(2)
        --[==[
          prosodykit: ignore global-assignment,
          print-call as both are wanted
        ]==] x = print(3)
        print(4) --prosodykit:ignore print-call
        """;

    LintReport report = Modules.lint(folder, "13.0", source);

    assertThat(report.findings())
        .extracting(finding -> finding.rule() + " " + finding.position().line())
        .containsExactly("suppression-unknown 2");
  }

  @Test
  void reportsSuppressionsThatDoNothing(@TempDir Path folder) throws IOException {
    String source =
        """
        print(1) -- prosodykit: ignore global-assignment because print-call
        print(2) -- prosodykit: ignore global-assignment, prnt-call
        print(3) -- prosodykit: ignore-file print-call
        """;

    LintReport report = Modules.lint(folder, "13.0", source);

    assertThat(Modules.places(report, LintRule.PRINT_CALL)).containsExactly("1:1", "2:1", "3:1");
    assertThat(report.findingsOf(LintRule.SUPPRESSION_UNKNOWN))
        .extracting(
            finding -> finding.position().line() + " " + finding.message().replaceAll(":.*", ""))
        .containsExactly("2 unknown rule \"prnt-call\"", "3 this comment suppresses nothing");
  }

  @Test
  void takesSettings(@TempDir Path folder) throws IOException {
    Modules.lint(folder, "13.0", "print(1) x = 2");
    LintReport report =
        Linter.builder(TargetRange.parse("13.0"))
            .disable(LintRule.PRINT_CALL)
            .severity(LintRule.GLOBAL_ASSIGNMENT, Severity.ERROR)
            .build()
            .lint(List.of(folder));

    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly(LintRule.GLOBAL_ASSIGNMENT);
    assertThat(report.count(Severity.ERROR)).isEqualTo(1);
  }
}
