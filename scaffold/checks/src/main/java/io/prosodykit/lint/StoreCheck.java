package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.FunctionBody;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.module.ModuleCall;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Storages in a module for the whole server, where there is none since 13.0. */
final class StoreCheck implements Check {
  private final Targets targets;

  StoreCheck(Targets targets) {
    this.targets = targets;
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    ImmutableList<ProsodyVersion> without = Targets.versions(targets.since(ProsodyVersion.V13_0));
    if (without.isEmpty()) {
      return;
    }
    for (Map.Entry<Path, ModuleCode> entry : module.code().entrySet()) {
      if (entry.getValue().facts().isGlobal()) {
        checkCode(entry.getKey(), entry.getValue(), without, findings);
      }
    }
  }

  private static void checkCode(
      Path file, ModuleCode code, ImmutableList<ProsodyVersion> without, Findings findings) {
    Set<LuaPosition> onHosts = code.facts().shared() ? inFunctions(code) : Set.of();
    Set<LuaPosition> contexts = new HashSet<>();
    for (ModuleCall context : code.facts().callsOf("context")) {
      contexts.add(context.position());
    }
    for (ModuleCall call : code.facts().callsOf("open_store")) {
      // module:context(host):open_store() begins where module:context(host) begins
      if (!contexts.contains(call.position()) && !onHosts.contains(call.position())) {
        findings.add(
            LintRule.GLOBAL_STORAGE,
            file,
            call.position(),
            without,
            "a global module has no storage: open_store gives nil",
            "open it for a host: module:context(host):open_store(…), or in module.add_host");
      }
    }
  }

  /**
   * Where functions make calls. In a module that is also loaded for hosts they may belong to one.
   */
  private static Set<LuaPosition> inFunctions(ModuleCode code) {
    CallGatherer gatherer = new CallGatherer();
    code.chunk().block().walk(gatherer);
    return gatherer.calls;
  }

  /** Gathers where methods are called inside of functions. */
  private static final class CallGatherer implements Consumer<LuaNode> {
    private final Set<LuaPosition> calls = new HashSet<>();

    /** Where the last function ends that was entered and reaches furthest. */
    private LuaPosition inside = Findings.BEGINNING;

    @Override
    public void accept(LuaNode node) {
      if (node instanceof FunctionBody body) {
        inside = inside.compareTo(body.end()) < 0 ? body.end() : inside;
      } else if (node instanceof Expression.MethodCall && node.position().compareTo(inside) < 0) {
        calls.add(node.position());
      }
    }
  }
}
