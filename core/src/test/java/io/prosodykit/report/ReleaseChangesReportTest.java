package io.prosodykit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseChangesReportTest {
  private static final ProsodyVersion FROM = ProsodyVersion.parse("0.12.3");
  private static final ProsodyVersion TO = ProsodyVersion.parse("13.0.1");
  private static final ReleaseChangesReport ALL =
      ReleaseChangesReport.of(ModuleCatalog.complete().changes(FROM, TO));

  private static ReleaseChangesReport of(String... modules) {
    return ReleaseChangesReport.of(ModuleCatalog.complete().changes(FROM, TO, List.of(modules)));
  }

  @Test
  void printsASummaryAndATableOfEachSort() {
    assertThat(of("flags", "blocklist", "=cmd", "http_upload").toText())
        .startsWith(
            """
            Prosody 0.12.3 to 13.0.1

            modules                    1 absorbed, 1 disappeared
            options                    2 added, 1 with another type, 1 with another default
            rules                      no change on record
            functions                  9 added
            libraries                  8 added, 3 gone
            members                    92 added, 4 gone, 14 changed
            events                     28 added, 1 gone
            Lua                        5.1 gone
            support of 0.12.3          until 2026-06
            advisories for 0.12.3      https://prosody.im/security/advisory_735dd9d3/ (CVE-2026-43506, CVE-2026-43507), fixed in 0.12.6
            support of 13.0.1          no end on record
            advisories for 13.0.1      https://prosody.im/security/advisory_735dd9d3/ (CVE-2026-43506, CVE-2026-43507), fixed in 13.0.5
            sources of 0.12.3          0.12.3, 2023-02, 2024-01, 2025-03
            sources of 13.0.1          13.0.1, 2025-04, 2025-10, 2026-07
            nothing is recorded about  =cmd

            MODULE       CHANGE       BEFORE     AFTER    REMARK                       SOURCES
            flags        absorbed     community  shipped  remove the community's copy  13.0.1
            http_upload  disappeared  community  absent   use http_file_share instead  13.0.1, 2025-10

            MODULE     OPTION                   CHANGE         BEFORE       AFTER            SOURCES
            blocklist  blocklist_cache_size     type, default  number = 64  integer = 256    0.12.3, 13.0.1
            blocklist  bounce_blocked_messages  added                       boolean = false  13.0.1
            blocklist  migrate_legacy_blocking  added                       boolean = true   13.0.1

            FUNCTION             CHANGE  INSTEAD  SOURCES
            could                added            13.0.1
            """)
        .endsWith(
            """

            LUA  CHANGE  SOURCES
            5.1  gone    13.0.1
            """);
  }

  @Test
  void printsWhatModulesNeedOfTheConfiguration() {
    assertThat(of("http_files", "muc_rtbl", "vcard").toText())
        .contains("\nrules                  2 added, 1 gone\n")
        .contains(
            """

            MODULE      CHANGE  RULE                                          SOURCES
            http_files  added   needs the option http_files_dir or http_path  13.0.1
            muc_rtbl    gone    needs the option muc_rtbl_jid                 2023-02, 2025-04
            muc_rtbl    added   needs the option muc_rtbl_jid or muc_rtbls    2026-07
            """);
  }

  @Test
  void saysWhichPackageAloneReadsAnOption() {
    String remark = "of the releases of 0.12, only Debian 12's prosody 0.12.3 reads it";

    assertThat(of("c2s").toText())
        .containsPattern("\nc2s +c2s_max_child_elements +gone: " + remark + " ");
    assertThat(of("c2s", "s2s").toRecords())
        .filteredOn(record -> record.get(6).equals(remark))
        .extracting(record -> record.get(2))
        .containsExactly(
            "c2s_max_child_elements",
            "c2s_unauthed_stanza_size_limit",
            "s2s_max_child_elements",
            "s2s_unauthed_stanza_size_limit");
    assertThat(of("c2s").toMarkdown()).contains("gone\\: " + remark);
  }

  @Test
  void printsFunctionsAndLibraries() {
    assertThat(ALL.toText())
        .contains("\nfunctions              9 added\n")
        .contains("\nFUNCTION             CHANGE  INSTEAD  SOURCES\n")
        .containsPattern(
            "\nnet\\.httpserver +gone +serve with module:provides\\(\"http\", …\\) +13\\.0\\.1\n");
  }

  @Test
  void printsMembersOfLibrariesAndObjects() {
    assertThat(ALL.toText())
        .contains("\nmembers                92 added, 4 gone, 14 changed\n")
        .containsPattern("\nMEMBER +CHANGE +BEFORE +AFTER +SOURCES\n")
        .containsPattern("\nutil\\.jwt\\.init +added +function/4 +0\\.12\\.3, 13\\.0\\.1\n")
        .containsPattern("\nstanza:add_error +added +function/5 +0\\.12\\.3, 13\\.0\\.1\n");
  }

  @Test
  void hasARecordForEachChange() {
    ImmutableList<ImmutableList<String>> records = ALL.toRecords();

    assertThat(records.get(0))
        .containsExactly(
            "what", "module", "name", "change", "before", "after", "remark", "sources");
    assertThat(records)
        .allMatch(record -> record.size() == 8)
        .hasSize(1 + 37 + 168 + 5 + 9 + 11 + 110 + 29 + 1)
        .contains(
            ImmutableList.of(
                "module",
                "lastlog2",
                "",
                "replaced",
                "community",
                "community",
                "use account_activity instead",
                "2025-04; 2025-10; 2026-07"))
        .contains(
            ImmutableList.of(
                "option",
                "blocklist",
                "blocklist_cache_size",
                "type, default",
                "number = 64",
                "integer = 256",
                "",
                "0.12.3; 13.0.1"))
        .contains(
            ImmutableList.of(
                "member",
                "",
                "util.sasl.new",
                "changed",
                "function/2",
                "function/3",
                "",
                "0.12.3; 13.0.1"))
        .contains(
            ImmutableList.of(
                "option", "posix", "pidfile", "moved", "path", "", "moved to the core", "0.12.3"))
        .contains(
            ImmutableList.of(
                "event", "", "user-enabled", "added", "", "core.usermanager", "", "13.0.1"))
        .contains(ImmutableList.of("lua", "", "5.1", "gone", "", "", "", "13.0.1"));
    assertThat(ALL.toCsv()).contains("\nlua,,5.1,gone,,,,13.0.1\n");
  }

  @Test
  void writesMarkdownThatShowsTheTextItself() {
    assertThat(of("flags", "blocklist", "<b>").toMarkdown())
        .startsWith(
            """
            # Prosody 0.12.3 to 13.0.1

            - modules: 1 absorbed
            - options: 2 added, 1 with another type, 1 with another default
            - rules: no change on record
            - functions: 9 added
            - libraries: 8 added, 3 gone
            - members: 92 added, 4 gone, 14 changed
            - events: 28 added, 1 gone
            - Lua: 5.1 gone
            - support of 0.12.3: until 2026-06
            - advisories for 0.12.3: https\\://prosody.im/security/advisory_735dd9d3/ (CVE-2026-43506, CVE-2026-43507), fixed in 0.12.6
            - support of 13.0.1: no end on record
            - advisories for 13.0.1: https\\://prosody.im/security/advisory_735dd9d3/ (CVE-2026-43506, CVE-2026-43507), fixed in 13.0.5
            - sources of 0.12.3: 0.12.3, 2023-02, 2024-01, 2025-03
            - sources of 13.0.1: 13.0.1, 2025-04, 2025-10, 2026-07
            - nothing is recorded about: \\<b\\>

            ## modules

            | module | change | before | after | remark | sources |
            | --- | --- | --- | --- | --- | --- |
            | flags | absorbed | community | shipped | remove the community's copy | 13.0.1 |

            ## options

            | module | option | change | before | after | sources |
            | --- | --- | --- | --- | --- | --- |
            | blocklist | blocklist_cache_size | type, default | number = 64 | integer = 256 | 0.12.3, 13.0.1 |
            | blocklist | bounce_blocked_messages | added |  | boolean = false | 13.0.1 |
            | blocklist | migrate_legacy_blocking | added |  | boolean = true | 13.0.1 |

            ## functions

            | function | change | instead | sources |
            | --- | --- | --- | --- |
            | could | added |  | 13.0.1 |
            """)
        .endsWith(
            """
            | user-roles-changed | gone | core.usermanager | 13.0.1 |
            | vcard-updated | added | mod_vcard | 13.0.1 |

            ## Lua

            | Lua | change | sources |
            | --- | --- | --- |
            | 5.1 | gone | 13.0.1 |
            """);
  }

  @Test
  void saysThatNothingIsOnRecordToChange() {
    assertThat(
            ReleaseChangesReport.of(
                    ModuleCatalog.complete().changes(ProsodyVersion.V13_0, ProsodyVersion.TRUNK))
                .toText())
        .startsWith("Prosody 13.0 to trunk\n\nmodules               no change on record\n")
        .doesNotContain("CHANGE");
  }
}
