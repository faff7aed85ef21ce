package io.prosodykit.busted;

import com.google.common.base.Splitter;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.text.VisibleText;
import io.prosodykit.xml.XmlOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Writes reports as Maven Surefire does, so that build servers and IDEs can read them: a file
 * {@code TEST-mod_greeter.xml} for Lua 5.4, {@code TEST-mod_greeter-lua51.xml} for 5.1, and so on.
 *
 * <p>The schema is that of <a
 * href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">
 * Surefire</a>. Characters that XML cannot contain are escaped as visible text.
 *
 * @since 0.1.0
 */
public final class JUnitReport {
  private JUnitReport() {}

  /**
   * Writes a file for each suite. Files of an earlier run are replaced.
   *
   * @param report the results of the specs
   * @param folder where the files go; it is created if it does not exist
   * @throws IOException if a file cannot be written
   */
  public static void write(SpecReport report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Set<String> names = new HashSet<>();
    for (SpecSuite suite : report.suites()) {
      String name = name(suite);
      // two folders may have modules with the same name
      for (int i = 2; !names.add(name); i++) {
        name = name(suite) + "-" + i;
      }
      Files.writeString(folder.resolve("TEST-" + name + ".xml"), of(suite, name));
    }
  }

  private static String name(SpecSuite suite) {
    String version = suite.lua().toString().replace(".", "");
    return suite.lua() == LuaVersion.V5_4 ? suite.module() : suite.module() + "-lua" + version;
  }

  static String of(SpecSuite suite, String name) {
    return XmlOutput.text(xml -> suite(xml, suite, name));
  }

  private static void suite(XmlOutput xml, SpecSuite suite, String name) {
    xml.begin("\n", "testsuite");
    attribute(xml, "name", name);
    attribute(xml, "time", seconds(suite.time()));
    attribute(xml, "tests", String.valueOf(suite.results().size()));
    attribute(xml, "errors", String.valueOf(suite.count(SpecOutcome.ERROR)));
    attribute(xml, "skipped", String.valueOf(suite.count(SpecOutcome.PENDING)));
    attribute(xml, "failures", String.valueOf(suite.count(SpecOutcome.FAILURE)));
    properties(xml, suite);
    for (SpecResult result : suite.results()) {
      test(xml, name, result);
    }
    xml.end("\n");
  }

  private static void properties(XmlOutput xml, SpecSuite suite) {
    xml.begin("\n  ", "properties");
    property(xml, "lua", suite.lua().toString());
    if (suite.seed().isPresent()) {
      property(xml, "seed", String.valueOf(suite.seed().getAsLong()));
    }
    xml.end("\n  ");
  }

  private static void property(XmlOutput xml, String name, String value) {
    xml.begin("\n    ", "property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
    xml.end("");
  }

  private static void test(XmlOutput xml, String suite, SpecResult result) {
    xml.begin("\n  ", "testcase");
    attribute(xml, "name", result.name());
    attribute(xml, "classname", className(suite, result.file()));
    attribute(xml, "time", seconds(result.time()));
    if (result.outcome() == SpecOutcome.PENDING) {
      xml.begin("\n    ", "skipped");
      attribute(xml, "message", result.message());
      xml.end("");
    } else if (result.isFailed()) {
      xml.begin("\n    ", result.outcome().toString());
      attribute(xml, "message", result.message());
      attribute(xml, "type", result.outcome() == SpecOutcome.FAILURE ? "assertion" : "error");
      xml.characters(visible(details(result)));
      xml.end("");
    }
    if (!result.output().isEmpty()) {
      xml.begin("\n    ", "system-out");
      xml.characters(visible(result.output()));
      xml.end("");
    }
    xml.end("\n  ");
  }

  /** {@return what an IDE shows below the message: the place, both values and the trace} */
  private static String details(SpecResult result) {
    StringBuilder text = new StringBuilder(result.place());
    text.append(": ").append(result.plainMessage()).append('\n');
    if (result.hidesValues()) {
      text.append("passed in: ").append(result.actual().orElse("?")).append('\n');
      text.append("expected:  ").append(result.expected().orElse("?")).append('\n');
    }
    return text.append(result.trace()).toString();
  }

  /**
   * Returns the names of a suite and of a file without its extension, with dots for slashes,
   * because servers group by the name of a class. Busted names files with their folder as its
   * configuration has it: {@code ./spec/a_spec.lua}.
   */
  private static String className(String suite, String file) {
    String path = file.endsWith(".lua") ? file.substring(0, file.length() - 4) : file;
    StringBuilder name = new StringBuilder(suite);
    for (String step : Splitter.on('/').omitEmptyStrings().split(path)) {
      if (!step.equals(".")) {
        name.append('.').append(step);
      }
    }
    return name.toString();
  }

  /**
   * Writes an attribute on one line, because XML parsers turn line ends in attributes into spaces.
   */
  private static void attribute(XmlOutput xml, String name, String value) {
    xml.attribute(name, visible(value.replace('\n', ' ')));
  }

  /** {@return the text with all invisible characters escaped except tabs and line ends} */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t') {
        visible.append(VisibleText.of(text.substring(begin, i))).append(c);
        begin = i + 1;
      }
    }
    return visible.append(VisibleText.of(text.substring(begin))).toString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }
}
