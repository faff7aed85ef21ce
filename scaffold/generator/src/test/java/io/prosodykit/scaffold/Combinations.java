package io.prosodykit.scaffold;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.testing.Pairwise;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Modules of every recipe with every kind of part, for all targets, with names of different
 * lengths. Each pair of these values occurs in one of the modules.
 */
public final class Combinations {
  /** The modules are in two folders, because there are too few names of one letter for one. */
  public static final ImmutableList<String> FOLDERS = ImmutableList.of("one", "two");

  private static final int LONGEST = 40;
  private static final ImmutableList<Integer> LENGTHS = ImmutableList.of(1, 2, 12, LONGEST);
  private static final ImmutableList<String> TARGETS =
      ImmutableList.of("0.11", "0.12", "13.0", "[0.11,0.12]", "[0.12,13.0]", "[0.11,13.0]");
  private static final ImmutableList<String> DEPENDENCIES =
      ImmutableList.of("", "disco", "carbons?", "disco,carbons?,posix?,nowhere?");
  private static final ImmutableList<String> PERMISSIONS =
      ImmutableList.of("", "go", "go,look:prosody:registered");
  private static final ImmutableList<String> HOOKS =
      ImmutableList.of(
          "",
          "message/bare:5,pre-presence/full,iq/host/urn:example:a:a",
          "message/host requires go,iq-set/self/urn:example:a:b requires go,iq/bare requires go",
          "resource-bind,stream-features:-1,muc-room-created",
          "server-started on server,server-stopping on server,config-reloaded on server",
          "custom/event,custom%s on server,stanza/urn:example:a:c");
  private static final ImmutableList<String> STORES =
      ImmutableList.of("", "notes", "notes:map,log:archive");
  private static final ImmutableList<String> FEATURES = ImmutableList.of("", "urn:example:more:0");
  private static final int OPTIONS = OptionSpec.Type.values().length + 2;

  private Combinations() {}

  /** The modules by folder. */
  static Map<String, List<ModuleSpec>> specs() {
    ImmutableList<Recipe> recipes = Recipe.all();
    Map<Integer, Integer> counts = new HashMap<>();
    Map<String, List<ModuleSpec>> specs = new HashMap<>();
    for (List<Integer> row :
        Pairwise.rows(
            List.of(
                recipes.size(),
                OPTIONS,
                TARGETS.size(),
                LENGTHS.size(),
                DEPENDENCIES.size(),
                PERMISSIONS.size(),
                HOOKS.size(),
                STORES.size(),
                FEATURES.size()))) {
      int length = LENGTHS.get(row.get(3));
      int number = counts.merge(length, 1, Integer::sum) - 1;
      specs
          .computeIfAbsent(FOLDERS.get(number % FOLDERS.size()), folder -> new ArrayList<>())
          .add(spec(recipes.get(row.get(0)), name(length, number / FOLDERS.size()), row));
    }
    return specs;
  }

  /**
   * Writes the modules of a folder that target a release. A host has one provider of accounts and
   * one of storage. The others have no example configuration, so that they are loaded but not used.
   */
  public static ImmutableSet<String> write(String folder, ProsodyVersion branch, Path directory)
      throws IOException {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    Set<String> prefixes = new HashSet<>();
    for (ModuleSpec spec : specs().getOrDefault(folder, List.of())) {
      if (spec.targets().contains(branch)) {
        Scaffold.of(spec).writeTo(directory, OnConflict.FAIL);
        names.add(spec.name());
        String prefix = spec.recipe().prefix();
        if (!prefix.isEmpty() && !prefixes.add(prefix)) {
          new Disk().deleteTree(directory.resolve("mod_" + spec.name()).resolve("config"));
        }
      }
    }
    return names.build();
  }

  private static String name(int length, int number) {
    String letter = String.valueOf((char) ('a' + number));
    return length == 2 ? "q" + letter : letter + "x".repeat(length - 1);
  }

  private static ModuleSpec spec(Recipe recipe, String shortName, List<Integer> row) {
    String name = recipe.prefix() + shortName;
    ModuleSpecBuilder spec = ModuleSpec.builder(name, recipe);
    VersionRange targets = VersionRange.parse(TARGETS.get(row.get(2)));
    if (recipe.releases().encloses(targets)) {
      spec.targets(targets);
    }
    options(name, row.get(1)).forEach(spec::addOption);
    DependencySpec.parseAll(DEPENDENCIES.get(row.get(4))).forEach(spec::addDependency);
    PermissionSpec.parseAll(PERMISSIONS.get(row.get(5))).forEach(spec::addPermission);
    for (HookSpec hook : HookSpec.parseAll(HOOKS.get(row.get(6)))) {
      HookSpec placed = recipe.global() ? hook.onServer() : hook;
      boolean granted = row.get(5) > 0;
      spec.addHook(
          granted || hook.permission().isEmpty()
              ? placed
              : new HookSpec(hook.event(), hook.priority(), placed.global(), Optional.empty()));
    }
    if (!recipe.global()) {
      for (StoreSpec store : StoreSpec.parseAll(STORES.get(row.get(7)))) {
        spec.addStore(new StoreSpec(name + "_" + store.name(), store.type()));
      }
      if (!FEATURES.get(row.get(8)).isEmpty()) {
        spec.addFeature(FEATURES.get(row.get(8)));
      }
    }
    return spec.build();
  }

  /**
   * No options, one of each type, or one of all types; with names of maximum length in a module
   * with a long name.
   */
  private static List<OptionSpec> options(String name, int kind) {
    List<OptionSpec> all =
        List.of(
            OptionSpec.string(named(name, "said"), "good \"day\" ]] -- {{x}}"),
            OptionSpec.bool(named(name, "open"), true).withDescription("Whether it is open"),
            OptionSpec.integer(named(name, "number"), 3),
            OptionSpec.number(named(name, "rate"), 0.5).withDescription("How | `fast`"),
            OptionSpec.list(named(name, "names"), "romeo", "]]--"),
            OptionSpec.choice(named(name, "kind"), "soft", "loud"),
            OptionSpec.period(named(name, "wait"), Duration.ofMinutes(5)));
    return kind == 0 ? List.of() : kind > all.size() ? all : List.of(all.get(kind - 1));
  }

  private static String named(String module, String what) {
    String name = module + "_" + what;
    return module.length() < LONGEST ? name : Strings.padEnd(name, 64, '_');
  }
}
