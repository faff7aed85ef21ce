package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.Statement;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.TargetChoice;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A check of nodes from end to end. */
class CheckDispatchTest {
  private static final Path MAIN = Path.of("mod_example.lua");
  private static final Path PART = Path.of("part.lua");

  /** Finds loops, as a new check might. */
  private static final class LoopCheck implements Check {
    @Override
    public ImmutableSet<LintRule> rules() {
      return ImmutableSet.of(LintRule.BLOCKING_CALL);
    }

    @Override
    public Optional<FileCheck> file(LintedFile file, Findings findings) {
      return Optional.of(new Loops(file, findings));
    }

    private record Loops(LintedFile file, Findings findings) implements FileCheck {
      @Override
      public ImmutableSet<Class<? extends LuaNode>> kinds() {
        return ImmutableSet.of(Statement.While.class, Statement.Repeat.class);
      }

      @Override
      public void read(LuaNode node) {
        add(node.getClass().getSimpleName(), node);
      }

      @Override
      public void end() {
        add("end", file.code().chunk().block());
      }

      private void add(String message, LuaNode node) {
        findings.add(
            LintRule.BLOCKING_CALL,
            file.path(),
            findings.word(file.path(), node.position()),
            Findings.ANY,
            message,
            "none");
      }
    }
  }

  @Test
  void showsEachFileToACheckThatDeclaresKindsOfNodes() {
    LintSettings settings =
        new LintSettings(
            TargetChoice.given(TargetRange.parse("13.0")),
            ImmutableSet.of(),
            ImmutableMap.of(),
            Path.of("").toAbsolutePath(),
            ServerFacts.reference());
    ModuleFiles files =
        new ModuleFiles("example", MAIN, Optional.empty(), ImmutableList.of(MAIN, PART), true);
    LintedModule module =
        LintedModule.of(
            files,
            ImmutableMap.of(
                MAIN, ModuleCode.of("while f() do repeat until g() end"),
                PART, ModuleCode.of("f() while true do end")),
            ImmutableSet.of(),
            settings.targets().of(MAIN));
    Findings findings = new Findings(settings);

    new CheckDispatch(ImmutableList.of(new LoopCheck()))
        .check(module, findings, new UnreadableFiles(settings));

    assertThat(findings.found())
        .extracting(each -> each.file() + ":" + each.position() + " " + each.message())
        .containsExactly(
            "mod_example.lua:1:1 While",
            "mod_example.lua:1:14 Repeat",
            "mod_example.lua:1:1 end",
            "part.lua:1:5 While",
            "part.lua:1:1 end");
  }
}
