package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.prosodykit.lua.LuaVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitReportTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private static SpecResult result(SpecOutcome outcome, String message, String output) {
    return result("spec/deep/a_spec.lua", outcome, message, output);
  }

  private static SpecResult result(
      String file, SpecOutcome outcome, String message, String output) {
    return new SpecResult(
        file,
        12,
        "mod_a <does> \"it\"",
        outcome,
        message,
        "stack traceback:\n\there",
        outcome == SpecOutcome.FAILURE ? Optional.of("(string) 'a'") : Optional.empty(),
        outcome == SpecOutcome.FAILURE ? Optional.of("(string) 'b'") : Optional.empty(),
        Duration.ofMillis(1500),
        output);
  }

  private SpecSuite suite(LuaVersion lua) {
    return new SpecSuite(
        "mod_a",
        folder,
        lua,
        ImmutableList.of(
            result(SpecOutcome.SUCCESS, "", "said \u0000\u001b[31m ]]> & \uD800\n\tall"),
            result(SpecOutcome.FAILURE, "not\nthe same", ""),
            result(SpecOutcome.ERROR, "boom", "then"),
            result(SpecOutcome.PENDING, "later", "")),
        "",
        OptionalLong.of(42),
        Duration.ofMillis(2250));
  }

  private Document read(String name) throws Exception {
    Path file = folder.resolve(name);
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Resources.getResource(JUnitReportTest.class, "surefire-report.xsd"))
        .newValidator()
        .validate(new StreamSource(file.toFile()));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static Element first(Document document, String name) {
    return (Element) document.getElementsByTagName(name).item(0);
  }

  @Test
  void writesWhatSurefireWrites() throws Exception {
    JUnitReport.write(new SpecReport(ImmutableList.of(suite(LuaVersion.V5_4))), folder);

    Document document = read("TEST-mod_a.xml");
    Element root = document.getDocumentElement();
    assertThat(root.getAttribute("name")).isEqualTo("mod_a");
    assertThat(root.getAttribute("tests")).isEqualTo("4");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(root.getAttribute("errors")).isEqualTo("1");
    assertThat(root.getAttribute("skipped")).isEqualTo("1");
    assertThat(root.getAttribute("time")).isEqualTo("2.250");
    assertThat(first(document, "property").getAttribute("value")).isEqualTo("5.4");
    Element test = first(document, "testcase");
    assertThat(test.getAttribute("name")).isEqualTo("mod_a <does> \"it\"");
    assertThat(test.getAttribute("classname")).isEqualTo("mod_a.spec.deep.a_spec");
    assertThat(test.getAttribute("time")).isEqualTo("1.500");
    assertThat(first(document, "system-out").getTextContent())
        .isEqualTo("said \\u0000\\u001B[31m ]]> & \\uD800\n\tall");
    Element failure = first(document, "failure");
    assertThat(failure.getAttribute("message")).isEqualTo("not the same");
    assertThat(failure.getAttribute("type")).isEqualTo("assertion");
    assertThat(failure.getTextContent())
        .startsWith("spec/deep/a_spec.lua:12: not\nthe same\n")
        .contains("passed in: (string) 'b'\nexpected:  (string) 'a'\n")
        .endsWith("\there");
    assertThat(first(document, "error").getAttribute("message")).isEqualTo("boom");
    assertThat(first(document, "skipped").getAttribute("message")).isEqualTo("later");
  }

  @Test
  void givesEachModuleAndLuaAFile() throws IOException {
    SpecSuite new54 = suite(LuaVersion.V5_4);
    JUnitReport.write(
        new SpecReport(ImmutableList.of(suite(LuaVersion.V5_1), new54, new54)),
        folder.resolve("made/anew"));

    assertThat(folder.resolve("made/anew").toFile().list())
        .containsExactlyInAnyOrder("TEST-mod_a-lua51.xml", "TEST-mod_a.xml", "TEST-mod_a-2.xml");
  }

  @Test
  void namesClassesByThePathOfAFile() throws Exception {
    SpecSuite suite =
        new SpecSuite(
            "mod_a",
            folder,
            LuaVersion.V5_4,
            ImmutableList.of(
                result("./spec/a_spec.lua", SpecOutcome.SUCCESS, "", ""),
                result("/tmp/b_spec.lua", SpecOutcome.SUCCESS, "", ""),
                result("", SpecOutcome.ERROR, "no helper", "")),
            "",
            OptionalLong.empty(),
            Duration.ZERO);
    JUnitReport.write(new SpecReport(ImmutableList.of(suite)), folder);

    NodeList tests = read("TEST-mod_a.xml").getElementsByTagName("testcase");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tests.getLength(); i++) {
      names.add(((Element) tests.item(i)).getAttribute("classname"));
    }
    assertThat(names).containsExactly("mod_a.spec.a_spec", "mod_a.tmp.b_spec", "mod_a");
  }
}
