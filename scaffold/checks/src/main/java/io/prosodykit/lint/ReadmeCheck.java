package io.prosodykit.lint;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ModulePrefix;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.module.FrontMatter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds READMEs that contradict their module. */
final class ReadmeCheck implements Check {
  private static final String STAGE = "stage-";
  private static final String TYPE = "type-";
  private static final Pattern HEADING = Pattern.compile("# *`?mod_([a-z0-9_]+)`? *#*");
  private static final Pattern ENABLED = Pattern.compile("\"(mod_[a-z0-9_]+)\"");

  private final ServerFacts facts;

  ReadmeCheck(ServerFacts facts) {
    this.facts = facts;
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.README_MISMATCH);
  }

  @Override
  public void check(LintedModule module, Findings findings) throws IOException {
    Optional<Path> readme = module.files().readme();
    if (readme.isPresent()) {
      Path file = readme.get();
      String text = BoundedFile.readText(file);
      findings.open(file, text);
      checkFrontMatter(module, file, FrontMatter.read(text), findings);
      checkText(module, file, text, findings);
    }
  }

  private void checkFrontMatter(
      LintedModule module, Path file, FrontMatter read, Findings findings) {
    read.problem().ifPresent(problem -> findings.add(LintRule.README_MISMATCH, file, problem));
    for (String label : read.labels()) {
      String lower = label.toLowerCase(Locale.ROOT);
      if (lower.startsWith(STAGE) && !isStage(lower.substring(STAGE.length()))) {
        add(
            file,
            Findings.WHOLE,
            "the label " + EnglishList.brief(label) + " is not a stage",
            "choose " + stages(),
            findings);
      } else if (lower.startsWith(TYPE) && !provides(module, lower.substring(TYPE.length()))) {
        add(
            file,
            Findings.WHOLE,
            "the label "
                + EnglishList.brief(label)
                + " claims what mod_"
                + module.name()
                + " does not provide",
            "remove the label, or call module:provides",
            findings);
      }
    }
  }

  private boolean isStage(String name) {
    for (Sourced<String> stage : facts.stages()) {
      if (stage.value().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** {@return the labels of all stages: {@code Stage-Alpha, -Beta or -Stable}} */
  private String stages() {
    StringBuilder text = new StringBuilder("Stage");
    ImmutableList<Sourced<String>> all = facts.stages();
    for (int i = 0; i < all.size(); i++) {
      String stage = all.get(i).value();
      text.append(i == 0 ? "" : i == all.size() - 1 ? " or " : ", ")
          .append('-')
          .append(Ascii.toUpperCase(stage.charAt(0)))
          .append(stage, 1, stage.length());
    }
    return text.toString();
  }

  /** {@return whether a module provides what it is labelled with, or the label is another one} */
  private boolean provides(LintedModule module, String type) {
    for (Sourced<ModulePrefix> prefix : facts.options().modulePrefixes()) {
      ModulePrefix kind = prefix.value();
      if (kind.isLoadedByOption() && kind.kind().equals(type)) {
        return module.name().startsWith(kind.prefix()) || module.provides(type);
      }
    }
    return true;
  }

  private static void checkText(LintedModule module, Path file, String text, Findings findings) {
    if (!text.contains("mod_")) {
      return;
    }
    List<String> lines = text.lines().toList();
    boolean heading = false;
    boolean enabling = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!heading && line.startsWith("# ")) {
        heading = true;
        Matcher matcher = HEADING.matcher(line);
        if (matcher.matches() && !matcher.group(1).equals(module.name())) {
          add(
              file,
              part(i, 0, line.codePointCount(0, line.length())),
              "this is the README of mod_"
                  + EnglishList.brief(matcher.group(1))
                  + ", not of mod_"
                  + module.name(),
              "write the module's name",
              findings);
        }
      }
      enabling = enabling ? !line.startsWith("}") : line.contains("modules_enabled");
      Matcher enabled = ENABLED.matcher(line);
      if (enabling && enabled.find()) {
        add(
            file,
            part(i, enabled.start(), enabled.end()),
            "Prosody itself adds mod_ to the names in modules_enabled",
            "write \"" + EnglishList.brief(enabled.group(1).substring("mod_".length())) + "\"",
            findings);
      }
      if (line.contains("}")) {
        enabling = false;
      }
    }
  }

  /** Returns the range of a part of a line. Line and columns are counted from 0. */
  private static LuaRange part(int line, int begin, int end) {
    return new LuaRange(new LuaPosition(line + 1, begin + 1), new LuaPosition(line + 1, end + 1));
  }

  private static void add(
      Path file, LuaRange range, String message, String fix, Findings findings) {
    findings.add(LintRule.README_MISMATCH, file, range, Findings.ANY, message, fix);
  }
}
