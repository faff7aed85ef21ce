package io.prosodykit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.busted.SpecOutcome;
import io.prosodykit.busted.SpecReport;
import io.prosodykit.busted.SpecResult;
import io.prosodykit.busted.SpecSuite;
import io.prosodykit.catalog.LayerAssignment;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.compliance.ComplianceSuite;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.compliance.DoapEntry;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lint.LintFormat;
import io.prosodykit.lint.LintReport;
import io.prosodykit.lint.Linter;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.problem.DocumentProblem;
import io.prosodykit.scaffold.DependencySpec;
import io.prosodykit.scaffold.HookSpec;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleUpdate;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.PermissionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.SpecProblem;
import io.prosodykit.scaffold.StoreSpec;
import io.prosodykit.scaffold.TemplateSet;
import io.prosodykit.server.Complaint;
import io.prosodykit.server.LogEntry;
import io.prosodykit.server.OmittedModule;
import io.prosodykit.server.SourceLine;
import io.prosodykit.server.VerifyReport;
import io.prosodykit.server.VerifyReports;
import io.prosodykit.specification.XepRef;
import io.prosodykit.testing.Tree;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Writes results with mappers that a user creates, without any setup. */
class ResultsInJsonTest {
  private static final ObjectMapper JACKSON_2 = new ObjectMapper();
  private static final JsonMapper JACKSON_3 = JsonMapper.builder().build();
  private static final ModuleCatalog CATALOG = ModuleCatalog.complete();

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  /** The document that both write. */
  private static JsonNode written(Object result) throws IOException {
    String json = JACKSON_2.writeValueAsString(result);
    JsonNode document = JACKSON_2.readTree(json);
    assertThat(JACKSON_2.readTree(JACKSON_3.writeValueAsString(result))).isEqualTo(document);
    return document;
  }

  private static void assertFields(Object result, String... fields) throws IOException {
    assertThat(ImmutableList.copyOf(written(result).fieldNames())).contains(fields);
  }

  private static void assertWritten(Object result, String expected) throws IOException {
    assertThat(written(result)).isEqualTo(JACKSON_2.readTree(expected.replace('\'', '"')));
  }

  @Test
  void writesRequirementsWithTheirEdges() throws IOException {
    assertWritten(
        CATALOG.requirements("vcard_muc", ProsodyVersion.V0_12),
        "{'module':'vcard_muc','modules':['adhoc','disco','muc_unique','muc'],'edges':[['vcard_muc','muc'],['muc','adhoc'],['muc','disco'],['muc','muc_unique']],"
            + "'conditional':[],'soft':[],'unknown':[],'cycles':[]}");
  }

  @Test
  void writesWhatProsodySaysOfItself() throws IOException {
    assertWritten(
        DoapEntry.find(XepRef.of(198)).orElseThrow(),
        "{'specification':'XEP-0198','version':'1.6.2','since':'0.12.0','status':'complete',"
            + "'modules':['smacks'],'furtherModules':[]}");
    assertFields(ComplianceSuite.reference().features().get(0), "category", "coreServer");
    assertFields(CATALOG.knowledge().release(ProsodyVersion.V13_0), "version", "points", "lua");
    assertWritten(
        LayerAssignment.of(CATALOG.get("smacks")), "{'layer':'02-stream','because':'the guide'}");
    assertWritten(
        Knowledge.builtIn().evidence("smacks").orElseThrow().changes().get(0),
        "{'kind':'absorbed','since':'0.12',"
            + "'advice':'part of Prosody since 0.12: remove the community's copy from plugin_paths'}"
                .replace("community's", "community\\u0027s"));
  }

  @Test
  void writesCoverageAsItsReportDoes() throws IOException {
    Coverage coverage =
        Coverage.of(
            CATALOG, ProsodyVersion.V13_0, List.of("smacks", "turn_external", "server_status"));
    JsonNode document = written(coverage);

    assertThat(document).isEqualTo(JACKSON_2.readTree(coverage.toJson()));
    assertThat(written(coverage.features().get(0))).isEqualTo(document.get("features").get(0));
    assertThat(written(coverage.specifications().get(0)))
        .isEqualTo(document.get("specifications").get(0));
    assertThat(written(coverage.suggest())).isEqualTo(document.get("suggestion"));
    assertThat(written(coverage.requiredOptions())).isEqualTo(document.get("requiredOptions"));
    assertThat(document.get("requiredOptions")).hasSize(2);
  }

  @Test
  void writesFindingsAsTheLinterDoes() throws IOException {
    Tree.write(folder, ImmutableMap.of("mod_a.lua", "print(1)\nprint(2)\nmodule:nonsense()"));
    LintReport report = Linter.builder(TargetRange.parse("13.0")).build().lint(List.of(folder));

    assertThat(written(report)).isEqualTo(JACKSON_2.readTree(LintFormat.JSON.print(report)));
    assertThat(written(report.findings().get(0))).isEqualTo(written(report).get("findings").get(0));
  }

  @Test
  void writesRecipesAsTheirListDoes() throws IOException {
    assertThat(written(Map.of("recipes", Recipe.all())))
        .isEqualTo(JACKSON_2.readTree(Recipe.toJson(Recipe.all())));
  }

  @Test
  void writesSpecificationsAndUpdates() throws IOException {
    ModuleSpec spec =
        ModuleSpec.builder("greeter", Recipe.IQ_HANDLER)
            .addSpecification(XepRef.of(92))
            .addOption(OptionSpec.period("greeter_wait", Duration.ofMinutes(1)))
            .addDependency(new DependencySpec("pep", true))
            .addPermission(new PermissionSpec("greet", PermissionSpec.ADMIN))
            .addStore(new StoreSpec("greetings", StoreSpec.Type.KEYVAL))
            .addHook(HookSpec.of("message/bare"))
            .build();
    Scaffold.of(spec).writeTo(folder, OnConflict.FAIL);
    ModuleUpdate update =
        ModuleUpdate.of(folder.resolve("mod_greeter"), same -> same, TemplateSet.builtIn());

    JsonNode document = written(spec);
    assertThat(document)
        .isEqualTo(
            JACKSON_2
                .readTree(folder.resolve("mod_greeter/.prosodykit.json").toFile())
                .get("spec"));
    for (String part : List.of("options", "dependencies", "permissions", "stores", "hooks")) {
      assertThat(document.get(part)).as(part).isNotEmpty();
    }
    assertThat(written(spec.options().get(spec.options().size() - 1)))
        .isEqualTo(document.get("options").get(0));
    assertThat(written(spec.dependencies().get(0))).isEqualTo(document.get("dependencies").get(0));
    assertThat(written(spec.hooks().get(0))).isEqualTo(document.get("hooks").get(0));
    assertThat(written(update).get("spec")).isEqualTo(document);
    assertThat(written(update.files().get(0))).isEqualTo(written(update).get("files").get(0));
    assertFields(update.files().get(0), "path", "kind", "before", "after");
    assertFields(Scaffold.of(spec).plan(folder, OnConflict.SKIP), "written", "replaced", "skipped");
    assertFields(new SpecProblem("name", "is empty"), "message");
  }

  @Test
  void writesTheResultsOfSpecs() throws IOException {
    SpecResult result =
        new SpecResult(
            "spec/a_spec.lua",
            3,
            "a greets",
            SpecOutcome.FAILURE,
            "no",
            "",
            Optional.of("1"),
            Optional.empty(),
            Duration.ofMillis(5),
            "");
    assertWritten(
        new SpecReport(
            ImmutableList.of(
                new SpecSuite(
                    "mod_a",
                    Path.of("mod_a"),
                    LuaVersion.V5_1,
                    ImmutableList.of(result),
                    "",
                    OptionalLong.of(7),
                    Duration.ofSeconds(1)))),
        "{'suites':[{'module':'mod_a','folder':'mod_a','lua':'5.1','results':[{"
            + "'file':'spec/a_spec.lua','line':3,'name':'a greets','outcome':'failure',"
            + "'message':'no','trace':'','expected':'1','milliseconds':5,'output':''}],"
            + "'output':'','seed':7,'milliseconds':1000}]}");
  }

  @Test
  void writesTheReportsOfServers() throws IOException {
    assertWritten(
        new VerifyReports(
            ImmutableList.of(
                new VerifyReport(
                    "0.12.3",
                    ImmutableSet.of("a"),
                    ImmutableList.of(new OmittedModule("b", TargetRange.parse("13.0"))),
                    ImmutableList.of(
                        new Complaint(
                            ImmutableSet.of("a"),
                            "did not load",
                            "",
                            ImmutableList.of(new SourceLine(Path.of("mod_a.lua"), 3)))),
                    ImmutableList.of(new LogEntry("t", "mod_a", LogEntry.Level.WARN, "no text")),
                    Optional.of(Path.of("server.log"))))),
        "{'reports':[{'version':'0.12.3','passed':false,'modules':['a'],"
            + "'omitted':[{'name':'b','targets':'13.0.x'}],"
            + "'complaints':[{'modules':['a'],'title':'did not load','details':'',"
            + "'places':[{'file':'mod_a.lua','line':3}]}],"
            + "'others':[{'time':'t','source':'mod_a','level':'warn','message':'no text'}],"
            + "'log':'server.log'}]}");
  }

  @Test
  void writesWhatIsWrong() throws IOException {
    assertWritten(
        new DocumentProblem("/a", 1, 2, "no"),
        "{'pointer':'/a','line':1,'column':2,'message':'no'}");
    assertWritten(LuaChunk.parse("x = = 1").problems().get(0).position(), "{'line':1,'column':5}");
    assertFields(LuaChunk.parse("x = = 1").problems().get(0), "position", "message", "versions");
  }
}
