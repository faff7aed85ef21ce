package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ModuleApi;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.FunctionBody;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.module.ModuleCall;
import io.prosodykit.module.ModuleFacts;
import io.prosodykit.version.ProsodyVersion;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds storages in global modules, which have none since 13.0. */
final class StoreCheck implements Check {
  /** The targets on which a function opens no storage in a global module, if there are any. */
  private final ImmutableMap<String, ImmutableList<ProsodyVersion>> without;

  StoreCheck(Targets targets, ModuleApi api) {
    ImmutableMap.Builder<String, ImmutableList<ProsodyVersion>> functions = ImmutableMap.builder();
    for (Sourced<String> function : api.hostFunctions()) {
      ImmutableList<ProsodyVersion> versions = Targets.versions(targets.with(function));
      if (!versions.isEmpty()) {
        functions.put(function.value(), versions);
      }
    }
    this.without = functions.buildOrThrow();
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.GLOBAL_STORAGE);
  }

  @Override
  public Optional<FileCheck> file(LintedFile file, Findings findings) {
    return without.isEmpty() || !file.code().facts().isGlobal()
        ? Optional.empty()
        : Optional.of(new Stores(file, without, findings));
  }

  /** The storages that a file opens. */
  private static final class Stores implements FileCheck {
    private final LintedFile file;
    private final ImmutableMap<String, ImmutableList<ProsodyVersion>> without;
    private final Findings findings;

    /** Where methods are called inside functions. */
    private final Set<LuaPosition> inFunctions = new HashSet<>();

    /** The furthest end of the functions entered so far. */
    private LuaPosition inside = LuaPosition.BEGINNING;

    Stores(
        LintedFile file,
        ImmutableMap<String, ImmutableList<ProsodyVersion>> without,
        Findings findings) {
      this.file = file;
      this.without = without;
      this.findings = findings;
    }

    @Override
    public ImmutableSet<Class<? extends LuaNode>> kinds() {
      return ImmutableSet.of(FunctionBody.class, Expression.MethodCall.class);
    }

    @Override
    public void read(LuaNode node) {
      if (node instanceof FunctionBody body) {
        inside = inside.compareTo(body.end()) < 0 ? body.end() : inside;
      } else if (node.position().compareTo(inside) < 0) {
        inFunctions.add(node.position());
      }
    }

    @Override
    public void end() {
      ModuleFacts facts = file.code().facts();
      Set<LuaPosition> onHosts = new HashSet<>();
      for (ModuleCall context : facts.callsOf("context")) {
        // module:context(host):open_store() begins where module:context(host) begins
        onHosts.add(context.position());
      }
      if (facts.shared()) {
        // in a module that is also loaded for hosts, functions may belong to one
        onHosts.addAll(inFunctions);
      }
      without.forEach(
          (function, targets) -> {
            for (ModuleCall call : facts.callsOf(function)) {
              if (!onHosts.contains(call.position())) {
                add(call, targets);
              }
            }
          });
    }

    private void add(ModuleCall call, ImmutableList<ProsodyVersion> targets) {
      String function = call.function();
      findings.add(
          LintRule.GLOBAL_STORAGE,
          file.path(),
          call.range(),
          targets,
          "a global module has no storage: " + function + " returns nil",
          "open it for a host: module:context(host):" + function + "(…), or in module.add_host");
    }
  }
}
