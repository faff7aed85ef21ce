package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleTransition;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules outside the guide, and what is known about all modules. */
class CompleteDataTest {
  private static final ModuleCatalog REFERENCE = ModuleCatalog.reference();
  private static final ModuleCatalog COMPLETE = ModuleCatalog.complete();

  @Test
  void beginsWithTheGuidesModulesAndContinuesByName() {
    ImmutableList<ModuleEntry> modules = COMPLETE.modules();

    assertThat(modules).hasSize(571);
    assertThat(modules.subList(0, 49)).isEqualTo(REFERENCE.modules());
    assertThat(modules.subList(49, 571)).extracting(ModuleEntry::name).isSorted();
  }

  @Test
  void knowsTheOriginOfEveryModule() {
    assertThat(COMPLETE.modules())
        .filteredOn(entry -> REFERENCE.find(entry.name()).isEmpty())
        .allSatisfy(
            entry -> {
              Evidence evidence = entry.evidence().orElseThrow();
              assertThat(
                      !evidence.ships().isEmpty()
                          || !evidence.community().isEmpty()
                          || evidence.succession().isPresent())
                  .isTrue();
              assertThat(entry.documentation()).isNotEmpty();
            });
  }

  @Test
  void hasAPurposeOfItsOwnForEveryModule() {
    Set<String> purposes = new HashSet<>();
    for (ModuleEntry entry : COMPLETE.modules()) {
      assertThat(purposes.add(entry.purpose())).as(entry.toString()).isTrue();
      assertThat(entry.purpose()).hasSizeLessThanOrEqualTo(90).doesNotEndWith(".");
    }
  }

  @Test
  void stabilityIsOfficialForWhatProsodyShipsElseWhatTheCommunitySays() {
    for (ModuleEntry entry : COMPLETE.modules().subList(49, 571)) {
      Evidence evidence = entry.evidence().orElseThrow();
      Stability expected =
          !evidence.ships().isEmpty()
              ? Stability.OFFICIAL
              : switch (evidence.stage().orElse("")) {
                case "stable" -> Stability.STABLE;
                case "beta" -> Stability.BETA;
                default -> Stability.ALPHA;
              };
      assertThat(entry.stability()).as(entry.name()).isEqualTo(expected);
    }
  }

  @Test
  void layersFollowTheRulesOrAReviewThatTheRulesNeed() {
    for (ModuleEntry entry : COMPLETE.modules().subList(49, 571)) {
      LayerAssignment override = LayerReader.OVERRIDES.get(entry.name());
      LayerRule rule = LayerAssignment.rule(entry);
      if (override == null) {
        assertThat(rule.layer()).as(entry.name() + " by " + rule).isEqualTo(entry.layer());
      } else {
        assertThat(override.layer()).as(entry.name()).isEqualTo(entry.layer());
        assertThat(rule.layer())
            .as("needless override of " + entry.name())
            .isNotEqualTo(entry.layer());
      }
    }
    assertThat(LayerReader.OVERRIDES.keySet())
        .allSatisfy(
            name -> {
              assertThat(COMPLETE.find(name)).isPresent();
              assertThat(REFERENCE.find(name)).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "smacks, the guide",
    "storage_sql, rule: provides storage",
    "muc_mam, rule: \"mam\" in its name",
    "auth_ldap, reviewed: ",
    "watchregistrations, rule: no other rule fits",
  })
  void explainsTheLayerOfAModule(String module, String because) {
    LayerAssignment choice = LayerAssignment.of(COMPLETE.get(module));

    assertThat(choice.because()).startsWith(because);
    assertThat(choice.layer()).isEqualTo(COMPLETE.get(module).layer());
  }

  @Test
  void everyLayerRuleAssignsAModule() {
    assertThat(
            COMPLETE.modules().subList(49, 571).stream()
                .filter(entry -> !LayerReader.OVERRIDES.containsKey(entry.name()))
                .map(LayerAssignment::rule))
        .containsAll(LayerReader.RULES);
    assertThat(LayerReader.RULES)
        .extracting(rule -> rule.when() + rule.is())
        .doesNotHaveDuplicates();
  }

  @Test
  void saysThatACatalogueAssignedItsModule() {
    assertThat(
            LayerAssignment.of(COMPLETE.get("smacks").toBuilder().layer(Layer.STORAGE).build())
                .because())
        .isEqualTo("its catalogue");
  }

  @Test
  void everyFactNamesItsSources() {
    for (ModuleEntry entry : COMPLETE.modules()) {
      Evidence evidence = entry.evidence().orElseThrow();
      for (Sourced<?> fact :
          Iterables.concat(
              evidence.dependencies(),
              evidence.options(),
              evidence.provides(),
              evidence.specifications(),
              evidence.libraries())) {
        assertThat(fact.sources()).as(entry.name() + " " + fact.value()).isNotEmpty();
        assertThat(fact.sources().stream().map(Knowledge.builtIn().sources()::indexOf)).isSorted();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "s2s, s2s_require_encryption, 0.11.9, false",
    "s2s, s2s_require_encryption, 0.12.3, true",
    "register_ibr, require_encryption, 0.11.9, false",
    "register_ibr, require_encryption, 13.0.1, true",
    "muc, component_admins_as_room_owners, 0.12.3, true",
    "muc, component_admins_as_room_owners, 13.0.1, false",
    "smacks, smacks_enabled_s2s, 2021-01, false",
    "pubsub_feeds, use_pubsubhubub, 2024-01, true",
    "pubsub_feeds, use_pubsubhubub, 2025-04, false",
    "saslauth, allow_unencrypted_plain_auth, 0.10.3, false",
  })
  void recordsTheDefaultOfAnOptionBySource(
      String module, String option, String source, String defaultValue) {
    assertThat(COMPLETE.get(module).evidence().orElseThrow().options())
        .filteredOn(fact -> fact.value().name().equals(option))
        .filteredOn(fact -> fact.sources().contains(Source.parse(source)))
        .singleElement()
        .satisfies(fact -> assertThat(fact.value().defaultValue()).isEqualTo(defaultValue));
  }

  @Test
  void recordsNothingAboutCopiesOfShippedModules() {
    for (ModuleEntry entry : COMPLETE.modules()) {
      Evidence evidence = entry.evidence().orElseThrow();
      for (Sourced<?> fact :
          Iterables.concat(
              evidence.dependencies(),
              evidence.options(),
              evidence.provides(),
              evidence.libraries())) {
        assertThat(fact.sources())
            .as(entry.name() + " " + fact.value())
            .noneMatch(
                source ->
                    source.kind() == Source.Kind.COMMUNITY
                        && evidence.ships().contains(source.release()));
      }
    }
  }

  @Test
  void whatProsodyShipsNeedsNothingElse() {
    for (ModuleEntry entry : COMPLETE.modules()) {
      for (ProsodyVersion branch : entry.evidence().orElseThrow().ships()) {
        Requirements requirements = COMPLETE.requirements(entry.name(), branch);

        assertThat(requirements.cycles()).as(entry.name() + " on " + branch).isEmpty();
        assertThat(requirements.modules())
            .as(entry.name() + " on " + branch)
            .allSatisfy(
                needed ->
                    assertThat(COMPLETE.get(needed).evidence().orElseThrow().ships())
                        .contains(branch));
      }
    }
  }

  @Test
  void everyModuleThatTheCommunityCallsMergedHasAPlaceInProsody() {
    for (ModuleEntry entry : COMPLETE.modules()) {
      Evidence evidence = entry.evidence().orElseThrow();
      if (evidence.stage().filter("merged"::equals).isPresent()) {
        assertThat(evidence.changes())
            .as(entry.name())
            .anyMatch(change -> change.kind() != ModuleTransition.Kind.REMOVED);
      }
    }
  }

  @Test
  void successorsAreKnown() {
    for (ModuleEntry entry : COMPLETE.modules()) {
      entry
          .evidence()
          .flatMap(Evidence::succession)
          .ifPresent(
              succession ->
                  assertThat(
                          COMPLETE
                              .get(succession.module())
                              .evidence()
                              .orElseThrow()
                              .presence(succession.since()))
                      .isEqualTo(Presence.SHIPPED));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "smacks, absorbed, 0.12",
    "carbons, absorbed, 0.10",
    "cloud_notify, absorbed, 13.0",
    "bookmarks2, replaced, 0.12",
    "vcard_muc, replaced, 13.0",
    "csi, absorbed, 0.11",
    "storage_memory, absorbed, 0.11",
    "auth_any, replaced, 0.11",
    "blocking, replaced, 0.10",
    "easy_invite, replaced, 0.12",
    "invite, replaced, 0.12",
    "lastlog2, replaced, 13.0",
    "muc_occupant_id, replaced, 0.12",
    "pep_vcard_avatar, replaced, 0.11",
    "s2s_smacks_timeout, replaced, 13.0",
    "stanzadebug, replaced, 0.10",
    "compression, removed, 0.11",
  })
  void reportsTheChangesOfAModule(String module, String kind, String since) {
    assertThat(COMPLETE.get(module).evidence().orElseThrow().changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).hasToString(kind);
              assertThat(change.since()).hasToString(since);
              assertThat(change.advice()).contains(since);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "compression, removed from Prosody in 0.11: remove it from modules_enabled",
    "auth_cyrus, removed from Prosody in 0.12: install the community's module",
  })
  void advisesWhatToDoAboutRemovedModules(String module, String advice) {
    assertThat(COMPLETE.get(module).evidence().orElseThrow().changes())
        .extracting(ModuleTransition::advice)
        .containsExactly(advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "roster:part of Prosody since 0.9",
        "compression:part of Prosody 0.9 to 0.10",
        "storage_sql1:part of Prosody 0.10",
        "cloud_notify:a community module until 0.12, part of Prosody since 13.0",
        "auth_cyrus:part of Prosody 0.9 to 0.11, a community module since 0.12",
        "bookmarks2:a community module, on record for 0.11 to 0.12",
        "profile:a community module, on record for 0.9 to 0.11",
        "firewall:a community module, on record since 0.9",
        "fast:in no release and in no snapshot on record; the community has it as sasl2_fast",
      })
  void describesTheHistoryOfAModule(String module, String history) {
    assertThat(COMPLETE.get(module).evidence().orElseThrow().history()).isEqualTo(history);
  }

  @Test
  void knowsWhatAReleaseOffersToModules() {
    Release newest = Knowledge.builtIn().findRelease(ProsodyVersion.parse("13.0.4")).orElseThrow();

    assertThat(Knowledge.builtIn().releases())
        .extracting(Release::version)
        .containsExactlyElementsOf(ProsodyVersion.BRANCHES);
    assertThat(Knowledge.builtIn().releases())
        .filteredOn(Release::isMaintained)
        .extracting(Release::version)
        .containsExactly(ProsodyVersion.V0_12, ProsodyVersion.V13_0);
    assertThat(newest.lua()).containsExactly("5.2", "5.3", "5.4");
    assertThat(newest.date()).isEqualTo("2025-03");
    assertThat(newest.functions()).contains("may", "depends").doesNotContain("has_feature");
    assertThat(newest.libraries()).contains("util.stanza").doesNotContain("util.rfc6724");
    assertThat(newest.libraryPrefix()).contains("prosody.");
    assertThat(newest.hasLibrary("prosody.util.stanza")).isTrue();
    assertThat(newest.hasLibrary("prosody.util.rfc6724")).isFalse();
    assertThat(Knowledge.builtIn().release(ProsodyVersion.V0_12).hasLibrary("prosody.util.stanza"))
        .isFalse();
    assertThat(Knowledge.builtIn().release(ProsodyVersion.V0_12).hasLibrary("util.stanza"))
        .isTrue();
    assertThat(Knowledge.builtIn().releases())
        .flatExtracting(Release::libraries)
        .allMatch(library -> library.matches("(core|net|util)\\..+"));
    assertThat(Knowledge.builtIn().findRelease(ProsodyVersion.V0_12).orElseThrow().functions())
        .doesNotContain("may");
    assertThat(Knowledge.builtIn().findRelease(ProsodyVersion.TRUNK)).contains(newest);
    assertThat(Knowledge.builtIn().findRelease(ProsodyVersion.parse("0.8"))).isEmpty();
  }

  @Test
  void readsSourcesByTheirIds() {
    assertThat(Knowledge.builtIn().sources())
        .allSatisfy(s -> assertThat(Source.parse(s.id())).isEqualTo(s));
    assertThat(Knowledge.builtIn().sources()).extracting(Source::release).isSorted();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Source.parse("1999-01"))
        .withMessage("there is no source \"1999-01\" of facts");
  }
}
