package io.prosodykit.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import io.prosodykit.moduletree.PackagedModules;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the calls found in packaged modules with those in the code that Lua makes of them. */
class ModuleFactsPackagesTest {
  /** An instruction as {@code luac -l} prints it. */
  private static final Pattern INSTRUCTION =
      Pattern.compile("\\t\\d+\\t\\[\\d+]\\t(\\w+)[^;]*(?:; (.*))?");

  @Test
  @RequiresProgram("luac5.1")
  void findsEveryCallThatLuaCompiles() throws IOException {
    List<Path> files = PackagedModules.all();
    List<String> missed = new ArrayList<>();
    int compiled = 0;
    int more = 0;
    for (Path file : files) {
      Multiset<String> found = HashMultiset.create();
      ModuleFacts.read(file).calls().forEach(call -> found.add(call.function()));
      Multiset<String> expected = compiledCalls(file);
      compiled += expected.size();
      more += Multisets.difference(found, expected).size();
      Multisets.difference(expected, found).forEach(call -> missed.add(file + ": " + call));
    }

    assertThat(missed).isEmpty();
    assertThat(compiled).isGreaterThan(7000);
    // parameters that are modules, and calls on other hosts: module:context("*"):hook()
    assertThat(more).isBetween(1, compiled / 10);
  }

  /** The functions that are called on the global variable {@code module}, one right after it. */
  private static Multiset<String> compiledCalls(Path file) throws IOException {
    Process process =
        new ProcessBuilder("luac5.1", "-l", "-p", "--", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String listing =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    Multiset<String> calls = HashMultiset.create();
    boolean module = false;
    for (String line : listing.lines().toList()) {
      Matcher matcher = INSTRUCTION.matcher(line);
      boolean instruction = matcher.matches();
      String operand = instruction && matcher.group(2) != null ? matcher.group(2) : "";
      if (module && instruction && matcher.group(1).equals("SELF") && operand.startsWith("\"")) {
        calls.add(operand.substring(1, operand.length() - 1));
      }
      module = instruction && matcher.group(1).equals("GETGLOBAL") && operand.equals("module");
    }
    return calls;
  }
}
