package io.prosodykit.changes;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Source;
import io.prosodykit.version.ProsodyVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseChangesTest {
  private static final ModuleCatalog COMPLETE = ModuleCatalog.complete();
  private static final ReleaseChanges TO_13 = between("0.12.3", "13.0.1");

  private static ReleaseChanges between(String from, String to, String... modules) {
    ProsodyVersion first = ProsodyVersion.parse(from);
    ProsodyVersion second = ProsodyVersion.parse(to);
    return modules.length == 0
        ? COMPLETE.changes(first, second)
        : COMPLETE.changes(first, second, List.of(modules));
  }

  private static ImmutableList<String> modules(ReleaseChanges changes, ModuleChange.Kind kind) {
    return changes.modules().stream()
        .filter(change -> change.kind() == kind)
        .map(ModuleChange::module)
        .sorted()
        .collect(toImmutableList());
  }

  private static ModuleChange module(ReleaseChanges changes, String name) {
    return changes.modules().stream()
        .filter(change -> change.module().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static OptionChange option(ReleaseChanges changes, String name) {
    return changes.options().stream()
        .filter(change -> change.option().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Counted in the data, by a program of its own. */
  @ParameterizedTest
  @CsvSource({
    "0.12.3, 13.0.1, 40, 7, 4, 84, 15",
    "0.12.3, 13.0.6, 43, 3, 4, 87, 16",
    "0.11, 0.12, 40, 8, 4, 3, 9",
    "0.10, 0.11, 36, 17, 0, 0, 1",
    "0.9, 0.10, 19, 4, 0, 29, 13",
  })
  void findsEveryOptionOfModulesThatBothShip(
      String from, String to, int added, int gone, int moved, int type, int defaults) {
    ReleaseChanges changes = between(from, to);

    assertThat(
            ImmutableList.of(
                shipped(changes, OptionChange.Kind.ADDED),
                shipped(changes, OptionChange.Kind.GONE),
                shipped(changes, OptionChange.Kind.MOVED),
                shipped(changes, OptionChange.Kind.TYPE),
                shipped(changes, OptionChange.Kind.DEFAULT)))
        .containsExactly(added, gone, moved, type, defaults);
  }

  private static int shipped(ReleaseChanges changes, OptionChange.Kind kind) {
    return (int)
        changes.options().stream()
            .filter(change -> change.kinds().contains(kind))
            .filter(change -> isShipped(change.module(), changes.from()))
            .filter(change -> isShipped(change.module(), changes.to()))
            .count();
  }

  private static boolean isShipped(String module, ProsodyVersion version) {
    return COMPLETE.get(module).evidence().orElseThrow().presence(version) == Presence.SHIPPED;
  }

  @ParameterizedTest
  @CsvSource({
    "0.11.9, 13.0.5, '', 0.12.6, '', ''",
    "0.12.3, 13.0.1, 2026-06, 0.12.6, '', 13.0.5",
    "0.12.6, 13.0, 2026-06, '', '', ''",
    "0.12, trunk, 2026-06, 0.12.6, '', ''",
  })
  void saysWhatIsSupportedAndAffected(
      String from, String to, String until, String fix, String toUntil, String toFix) {
    ReleaseChanges changes = between(from, to);

    assertThat(changes.fromSupport().until()).isEqualTo(until);
    assertThat(fixes(changes.fromSupport())).isEqualTo(fix);
    assertThat(changes.toSupport().until()).isEqualTo(toUntil);
    assertThat(fixes(changes.toSupport())).isEqualTo(toFix);
  }

  private static String fixes(ReleaseSupport support) {
    return support.advisories().stream()
        .map(advisory -> advisory.fixedIn().toString())
        .collect(Collectors.joining(","));
  }

  @Test
  void hasOptionsOfCommunityModulesAndOfAbsorbedOnes() {
    assertThat(TO_13.options()).hasSize(59 + 19 + 84 + 19 - 13);
  }

  @Test
  void findsEveryModuleThatComesAndGoes() {
    assertThat(modules(TO_13, ModuleChange.Kind.ADDED))
        .containsExactly("account_activity", "debug_reset", "s2s_auth_dane_in");
    assertThat(modules(TO_13, ModuleChange.Kind.ABSORBED))
        .containsExactly("cloud_notify", "flags", "http_altconnect", "server_info");
    assertThat(modules(TO_13, ModuleChange.Kind.REPLACED))
        .containsExactly("lastlog2", "s2s_smacks_timeout", "vcard_muc");
    assertThat(modules(TO_13, ModuleChange.Kind.REMOVED)).isEmpty();
    assertThat(modules(TO_13, ModuleChange.Kind.HANDED_OVER)).isEmpty();
    assertThat(modules(TO_13, ModuleChange.Kind.APPEARED)).hasSize(15);
    assertThat(modules(TO_13, ModuleChange.Kind.DISAPPEARED)).hasSize(12).contains("http_upload");
    assertThat(TO_13.modules()).hasSize(3 + 4 + 3 + 15 + 12);
  }

  @Test
  void namesTheSuccessorAndTheSources() {
    assertThat(module(TO_13, "http_upload"))
        .isEqualTo(
            new ModuleChange(
                "http_upload",
                ModuleChange.Kind.DISAPPEARED,
                Presence.COMMUNITY,
                Presence.ABSENT,
                "http_file_share",
                "",
                sources("13.0.1", "2025-10")));
    assertThat(module(TO_13, "flags").sources()).isEqualTo(sources("13.0.1"));
    assertThat(module(TO_13, "vcard_muc").sources()).isEqualTo(sources("2025-10"));
    assertThat(TO_13.fromSources()).isEqualTo(sources("0.12.3", "2023-02", "2024-01", "2025-03"));
    assertThat(TO_13.toSources()).isEqualTo(sources("13.0.1", "2025-04", "2025-10", "2026-07"));
  }

  private static ImmutableList<Source> sources(String... ids) {
    return ImmutableList.copyOf(ids).stream().map(Source::parse).collect(toImmutableList());
  }

  @Test
  void showsWhatAnOptionWasAndIs() {
    OptionChange cache = option(TO_13, "blocklist_cache_size");

    assertThat(cache.kinds()).containsExactly(OptionChange.Kind.TYPE, OptionChange.Kind.DEFAULT);
    assertThat(cache.before())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.value().type()).isEqualTo("number");
              assertThat(read.value().defaultValue()).isEqualTo("64");
              assertThat(read.sources()).contains(Source.parse("0.12.3"));
            });
    assertThat(cache.after())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.value().type()).isEqualTo("integer");
              assertThat(read.value().defaultValue()).isEqualTo("256");
              assertThat(read.sources()).containsAll(sources("13.0.1"));
            });
  }

  @Test
  void saysThatAnOptionMovedToTheCore() {
    ReleaseChanges ofPosix = between("0.12.3", "13.0.1", "posix");

    assertThat(ofPosix.options())
        .extracting(OptionChange::option, OptionChange::kinds)
        .containsExactly(
            tuple("daemonize", ImmutableSet.of(OptionChange.Kind.MOVED)),
            tuple("pidfile", ImmutableSet.of(OptionChange.Kind.MOVED)),
            tuple("run_as_root", ImmutableSet.of(OptionChange.Kind.MOVED)),
            tuple("umask", ImmutableSet.of(OptionChange.Kind.MOVED)));
  }

  @Test
  void findsTheEventsThatComeAndGo() {
    assertThat(TO_13.events())
        .hasSize(28 + 1)
        .contains(
            event("user-enabled", ApiChange.Kind.ADDED, "core.usermanager"),
            event("cloud_notify/push", ApiChange.Kind.ADDED, "mod_cloud_notify"),
            event("user-roles-changed", ApiChange.Kind.GONE, "core.usermanager"))
        .extracting(EventChange::event)
        .isSorted()
        // another part fires it now
        .doesNotContain("signal/SIGUSR1");
    assertThat(between("0.12.3", "0.12.4").events())
        .extracting(EventChange::event)
        .containsExactly("s2sout-pre-connect");
    // nothing is known of what 0.9.14 and 0.10.3 fire, but of the releases before them
    assertThat(between("0.9", "0.10").events())
        .extracting(EventChange::event)
        .contains("bosh-session")
        .doesNotContain("muc-room-created", "server-started");
    assertThat(between("13.0.6", "13.0.7").events()).isEmpty();
  }

  private static EventChange event(String event, ApiChange.Kind kind, String by) {
    return new EventChange(event, kind, ImmutableList.of(by), sources("13.0.1"));
  }

  @Test
  void namesTheModulesThatTheLoaderRefuses() {
    ReleaseChanges to13 = between("0.12.3", "13.0.6");

    assertThat(module(to13, "vcard_muc"))
        .returns(ModuleChange.Kind.REPLACED, ModuleChange::kind)
        .returns(
            "13.0.6 refuses to load it, because it conflicts with the feature muc_vcard, which"
                + " 13.0.6 has",
            ModuleChange::refusal);
    assertThat(module(to13, "http_connect"))
        .returns(ModuleChange.Kind.APPEARED, ModuleChange::kind)
        .matches(change -> change.refusal().contains("the feature net-connect-filter"));
    assertThat(to13.modules())
        .filteredOn(change -> !change.refusal().isEmpty())
        .extracting(ModuleChange::module)
        .containsExactly("vcard_muc", "http_connect");
  }

  /** The community has no module of which nothing but that changes. */
  @Test
  void namesOwnModulesThatTheLoaderRefuses() {
    Source old = own("0.12");
    Source later = own("13.0");
    Knowledge knowledge =
        Knowledge.builder()
            .version("ours 1")
            .asOf(LocalDate.of(2026, 11, 30))
            .source(old)
            .source(later)
            .replace(
                Evidence.builder("our_vcard")
                    .community(old)
                    .community(later)
                    .hint(
                        new LoaderHint("conflicts", ImmutableList.of("muc_vcard")),
                        List.of(old, later))
                    .build())
            .build();

    ReleaseChanges changes =
        ModuleCatalog.of(List.of(), knowledge)
            .changes(ProsodyVersion.V0_12, ProsodyVersion.V13_0, List.of("our_vcard"));

    assertThat(changes.modules())
        .singleElement()
        .returns(ModuleChange.Kind.REFUSED, ModuleChange::kind)
        .returns(Presence.LOCAL, ModuleChange::after)
        .matches(change -> change.refusal().startsWith("13.0 refuses to load it, because"));
  }

  private static Source own(String branch) {
    return new Source(
        "ours-" + branch,
        Source.Kind.LOCAL,
        ProsodyVersion.parse(branch),
        "2026-11-30",
        "our modules",
        true);
  }

  @Test
  void findsFunctionsLibrariesAndVersionsOfLua() {
    assertThat(TO_13.functions())
        .hasSize(9)
        .contains(new ApiChange("once", ApiChange.Kind.ADDED, "", sources("13.0.1")))
        .allMatch(change -> change.kind() == ApiChange.Kind.ADDED);
    assertThat(TO_13.libraries())
        .hasSize(8 + 3)
        .filteredOn(change -> change.kind() == ApiChange.Kind.GONE)
        .extracting(ApiChange::name)
        .containsExactly("net.httpserver", "util.rfc6724", "util.vcard");
    assertThat(TO_13.libraries().get(0).replacement()).isNotEmpty();
    assertThat(TO_13.lua().gone()).containsExactly("5.1");
    assertThat(TO_13.lua().added()).isEmpty();
  }

  @Test
  void findsLibrariesByPointRelease() {
    assertThat(between("0.11.6", "0.11.9").libraries())
        .containsExactly(
            new ApiChange("util.dbuffer", ApiChange.Kind.ADDED, "", sources("0.11.9")),
            new ApiChange("util.gc", ApiChange.Kind.ADDED, "", sources("0.11.9")));
    assertThat(between("13.0.6", "13.0.7").libraries())
        .containsExactly(new ApiChange("util.tlsref", ApiChange.Kind.ADDED, "", sources("13.0.7")));
    assertThat(between("13.0.7", "13.0.3").libraries())
        .containsExactly(new ApiChange("util.tlsref", ApiChange.Kind.GONE, "", sources("13.0.1")));
  }

  @Test
  void findsMembersOfLibrariesAndObjects() {
    ImmutableList<Source> both = ImmutableList.of(Source.parse("0.12.3"), Source.parse("13.0.1"));

    assertThat(TO_13.members())
        .contains(
            new MemberChange(
                "core.usermanager", "get_roles", MemberChange.Kind.GONE, "function/2", "", both),
            new MemberChange(
                "core.moduleapi",
                "depends",
                MemberChange.Kind.CHANGED,
                "function/2",
                "function/3",
                both),
            new MemberChange(
                "util.hashes", "sha3_256", MemberChange.Kind.ADDED, "", "function", both),
            new MemberChange("session", "role", MemberChange.Kind.ADDED, "", "table", both))
        .noneMatch(change -> change.owner().equals("util.crypto") || change.member().equals("may"));
    assertThat(between("0.12.5", "13.0.0").members()).isEqualTo(TO_13.members());
    assertThat(between("0.10", "13.0.1").members()).isEmpty();
    assertThat(between("13.0.1", "13.0.3").members()).isEmpty();
  }

  @Test
  void comparesSomeModulesAndListsUnknownNames() {
    ReleaseChanges changes =
        between("0.12.3", "13.0.6", "mod_blocklist", "our_own", "blocklist", "flags");

    assertThat(changes.options())
        .extracting(OptionChange::option)
        .contains("blocklist_cache_size")
        .allMatch(option -> !option.startsWith("muc"));
    assertThat(changes.options()).extracting(OptionChange::module).containsOnly("blocklist");
    assertThat(changes.modules()).extracting(ModuleChange::module).containsExactly("flags");
    assertThat(changes.unknown()).containsExactly("our_own");
    assertThat(changes.functions()).isEqualTo(between("0.12.3", "13.0.6").functions());
    assertThat(changes.functions()).hasSameSizeAs(TO_13.functions());
    assertThat(changes.libraries()).hasSameSizeAs(TO_13.libraries());
    assertThat(changes.lua()).isEqualTo(TO_13.lua());
  }

  @Test
  void findsNothingBetweenAVersionAndItself() {
    ReleaseChanges changes = between("13.0", "trunk");

    assertThat(changes.modules()).isEmpty();
    assertThat(changes.options()).isEmpty();
    assertThat(changes.functions()).isEmpty();
    assertThat(changes.libraries()).isEmpty();
    assertThat(changes.events()).isEmpty();
    assertThat(changes.lua().gone()).isEmpty();
  }

  @Test
  void comparesBackwards() {
    ReleaseChanges back = between("13.0.1", "0.12.3");

    assertThat(module(back, "debug_reset").kind()).isEqualTo(ModuleChange.Kind.REMOVED);
    assertThat(module(back, "cloud_notify").kind()).isEqualTo(ModuleChange.Kind.HANDED_OVER);
    assertThat(module(back, "http_upload"))
        .returns(ModuleChange.Kind.APPEARED, ModuleChange::kind)
        .returns("http_file_share", ModuleChange::successor);
    assertThat(modules(back, ModuleChange.Kind.REPLACED)).isEmpty();
    assertThat(option(back, "blocklist_cache_size").before())
        .isEqualTo(option(TO_13, "blocklist_cache_size").after());
    assertThat(back.lua().added()).containsExactly("5.1");
  }

  /** What was added says who ships a module, and has no whole snapshot of the community. */
  @Test
  void takesNothingForGoneThatIsUnrecorded() {
    ProsodyVersion next = ProsodyVersion.parse("13.1");
    Knowledge knowledge =
        Knowledge.builder()
            .version("ours 1")
            .asOf(LocalDate.of(2027, 3, 1))
            .release(Release.builder(next, "2027-03").lua(List.of("5.4")).build())
            .build();
    ModuleCatalog later = ModuleCatalog.of(COMPLETE.modules(), knowledge);

    ReleaseChanges changes = later.changes(ProsodyVersion.V13_0, next);

    assertThat(modules(changes, ModuleChange.Kind.DISAPPEARED)).isEmpty();
    assertThat(modules(changes, ModuleChange.Kind.REMOVED)).contains("roster");
    assertThat(changes.options()).isEmpty();
    assertThat(changes.lua().gone()).containsExactly("5.2", "5.3");
  }

  @Test
  void refusesAVersionOfWhichNothingIsRecorded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between("0.12", "14.0"))
        .withMessageContaining("nothing is known about Prosody 14.0: choose from 0.9, ");
  }
}
