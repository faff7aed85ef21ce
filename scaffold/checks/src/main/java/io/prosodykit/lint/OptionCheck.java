package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfigurationOptions;
import io.prosodykit.facts.ObsoleteOption;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.module.LuaValue;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.OptionUse;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the options that a module reads. */
final class OptionCheck implements Check {
  private final Targets targets;
  private final ConfigurationOptions options;
  private final Sourced<Integer> boundsIgnored;

  OptionCheck(Targets targets, ServerFacts facts) {
    this.targets = targets;
    this.options = facts.options();
    this.boundsIgnored = facts.moduleApi().argumentsUsed("get_option_number");
  }

  /** A place where an option is read. */
  private record Place(Path file, OptionUse use) {}

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(
        LintRule.OPTION_BOUNDS_IGNORED,
        LintRule.OPTION_INCONSISTENT,
        LintRule.OPTION_OBSOLETE,
        LintRule.OPTION_UNPREFIXED);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    OptionOwners owners = OptionOwners.of(module, options, targets);
    Set<String> names = names(module);
    Map<String, Place> first = new HashMap<>();
    Set<String> unprefixed = new HashSet<>();
    for (Map.Entry<Path, ModuleCode> entry : module.code().entrySet()) {
      Path file = entry.getKey();
      ModuleCode code = entry.getValue();
      for (OptionUse use : code.facts().options()) {
        String name = use.name().text().orElse("");
        if (name.isEmpty()) {
          continue;
        }
        checkBounds(file, code, use, name, findings);
        checkObsolete(file, code, use, name, names, findings);
        if (!owners.have(name) && unprefixed.add(name)) {
          addUnprefixed(module, file, use, name, findings);
        }
        // reading it in a different way for each release is not a contradiction
        if (code.guardsAt(use.position()).isEmpty()) {
          Place before = first.putIfAbsent(name, new Place(file, use));
          if (before != null) {
            checkConsistent(before, file, use, name, findings);
          }
        }
      }
    }
  }

  private void checkBounds(
      Path file, ModuleCode code, OptionUse use, String name, Findings findings) {
    if (!use.type().equals("number") || use.more().isEmpty()) {
      return;
    }
    ImmutableList<ProsodyVersion> ignoring =
        Targets.reaching(code, use.position(), targets.with(boundsIgnored));
    if (!ignoring.isEmpty()) {
      findings.add(
          LintRule.OPTION_BOUNDS_IGNORED,
          file,
          use.range(),
          ignoring,
          "Prosody "
              + EnglishList.list(ignoring)
              + " accepts any number for "
              + EnglishList.brief(name),
          "also clamp the number to its bounds with math.max and math.min");
    }
  }

  private void checkObsolete(
      Path file,
      ModuleCode code,
      OptionUse use,
      String name,
      Set<String> names,
      Findings findings) {
    Optional<ObsoleteOption> found = options.findObsolete(name);
    if (found.isEmpty() || !Collections.disjoint(found.get().successors(), names)) {
      return;
    }
    ObsoleteOption obsolete = found.get();
    ImmutableList<ProsodyVersion> since =
        Targets.reaching(code, use.position(), targets.since(obsolete.since()));
    if (!since.isEmpty()) {
      findings.add(
          LintRule.OPTION_OBSOLETE,
          file,
          use.range(),
          since,
          "the option " + name + " is obsolete in Prosody " + EnglishList.list(since),
          since.size() < targets.all().size()
              ? advice(obsolete) + "; read this one only for older targets"
              : advice(obsolete));
    }
  }

  private static String advice(ObsoleteOption option) {
    if (!option.successors().isEmpty()) {
      return "read " + String.join(" or ", option.successors());
    } else if (option.module().isPresent()) {
      return "depend on " + option.module().get();
    }
    return option.remark().orElse("nothing reads it any more: remove it");
  }

  private static Set<String> names(LintedModule module) {
    Set<String> names = new HashSet<>();
    for (ModuleCode code : module.code().values()) {
      for (OptionUse use : code.facts().options()) {
        names.add(use.name().text().orElse(""));
      }
    }
    return names;
  }

  private static void addUnprefixed(
      LintedModule module, Path file, OptionUse use, String name, Findings findings) {
    String shown = EnglishList.brief(name);
    findings.add(
        LintRule.OPTION_UNPREFIXED,
        file,
        use.range(),
        Findings.ANY,
        "the option " + shown + " does not show that mod_" + module.name() + " reads it",
        "rename it to " + module.name() + "_" + shown);
  }

  private static void checkConsistent(
      Place before, Path file, OptionUse use, String name, Findings findings) {
    String place = place(before, file);
    String shown = EnglishList.brief(name);
    if (!kind(before.use()).equals(kind(use))) {
      add(
          file,
          use.range(),
          shown + " is read as " + type(use) + " here, but as " + type(before.use()) + place,
          findings);
    } else if (differ(before.use().fallback(), use.fallback())) {
      add(file, use.range(), shown + " has a different default here than" + place, findings);
    }
  }

  private static void add(Path file, LuaRange range, String message, Findings findings) {
    findings.add(
        LintRule.OPTION_INCONSISTENT,
        file,
        range,
        Findings.ANY,
        message,
        "read it once, into a local variable");
  }

  private static String place(Place before, Path file) {
    String line = " on line " + before.use().position().line();
    return before.file().equals(file) ? line : line + " of " + before.file().getFileName();
  }

  /** Returns the type that it is read as. Where a value may come from does not change its type. */
  private static String kind(OptionUse use) {
    return use.type().equals("inherited_set") ? "set" : use.type();
  }

  private static String type(OptionUse use) {
    return use.type().isEmpty() ? "anything" : EnglishList.brief(use.type());
  }

  private static boolean differ(LuaValue one, LuaValue other) {
    return isKnown(one)
        && isKnown(other)
        && !(one.getClass() == other.getClass() && content(one).equals(content(other)));
  }

  /** {@return what makes two values of one type equal} */
  private static Object content(LuaValue value) {
    // a record's own equals costs 4 % of a fresh process that lints
    if (value instanceof LuaValue.Text text) {
      return text.value();
    } else if (value instanceof LuaValue.Num number) {
      return number.value();
    }
    return value instanceof LuaValue.Bool bool && bool.value();
  }

  private static boolean isKnown(LuaValue value) {
    return !(value instanceof LuaValue.Unknown
        || value instanceof LuaValue.Template
        || value instanceof LuaValue.Table);
  }
}
