package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the source of a Prosody module says about it. All lists are in the order of the text.
 *
 * <p>Aliases of {@code module} and of its functions are followed if they are local variables that
 * keep their values, and so are constants: after {@code local ns = "urn:x"}, the event {@code
 * "iq/host/" .. ns} is known. Broken source yields the facts of the rest.
 *
 * @param calls all calls of the module API
 * @param dependencies the modules that it loads: one for each {@code module:depends}
 * @param libraries all libraries that it loads
 * @param namespaces all XML namespaces of XMPP that it names
 * @param hints what it tells Prosody in comments
 * @param fired what is known about the name of each event that it fires by a function {@code
 *     fire_event}: that of the module, or of Prosody, a host or another object
 * @param xeps the XEPs that its first comment names
 * @param hostTypes the host types that it checks for
 * @param shared whether it has a {@code module.add_host}, which makes a module that is {@linkplain
 *     #isGlobal global} run once for each host as well
 * @param luaVersions the versions of Lua that accept its grammar
 * @since 0.1.0
 */
public record ModuleFacts(
    ImmutableList<ModuleCall> calls,
    ImmutableList<DependencyUse> dependencies,
    ImmutableList<LibraryUse> libraries,
    ImmutableList<NamespaceUse> namespaces,
    ImmutableList<ModuleHint> hints,
    ImmutableList<LuaValue> fired,
    ImmutableList<XepMention> xeps,
    ImmutableList<HostTypeComparison> hostTypes,
    boolean shared,
    ImmutableSet<LuaVersion> luaVersions) {
  /**
   * Reads the source of a module.
   *
   * @param source any Lua source
   * @return what it says
   */
  public static ModuleFacts of(LuaChunk source) {
    return new FactsReader(source).read(ImmutableList.of());
  }

  /**
   * Reads the file of a module.
   *
   * @param file the file, in any encoding
   * @return what it says
   * @throws IOException if the file cannot be read
   */
  public static ModuleFacts read(Path file) throws IOException {
    return of(LuaChunk.read(file));
  }

  /** {@return the names of the functions of the module API that it calls, sorted} */
  public ImmutableSortedSet<String> functions() {
    return calls.stream()
        .map(ModuleCall::function)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /**
   * {@return the calls of one function}
   *
   * @param function its name, for example {@code add_feature}
   */
  public ImmutableList<ModuleCall> callsOf(String function) {
    ImmutableList.Builder<ModuleCall> found = ImmutableList.builder();
    for (ModuleCall call : calls) {
      if (call.function().equals(function)) {
        found.add(call);
      }
    }
    return found.build();
  }

  /** {@return what it provides to others: one for each {@code module:provides}} */
  public ImmutableList<ProvidedItem> provided() {
    ImmutableList.Builder<ProvidedItem> found = ImmutableList.builder();
    for (ModuleCall call : callsOf("provides")) {
      found.add(ProvidedItem.of(call));
    }
    return found.build();
  }

  /** {@return the options that it reads: one for each {@code module:get_option…}} */
  public ImmutableList<OptionUse> options() {
    ImmutableList.Builder<OptionUse> found = ImmutableList.builder();
    for (ModuleCall call : calls) {
      if (call.function().startsWith(OptionUse.GETTER)) {
        found.add(OptionUse.of(call));
      }
    }
    return found.build();
  }

  /**
   * {@return the events that it handles: one for each {@code module:hook…} and {@code
   * module:wrap…}}
   */
  public ImmutableList<EventHook> hooks() {
    ImmutableList.Builder<EventHook> found = ImmutableList.builder();
    for (ModuleCall call : calls) {
      if (EventHook.isHook(call)) {
        found.add(EventHook.of(call));
      }
    }
    return found.build();
  }

  /**
   * {@return the features that it announces, as what is known about the argument of each {@code
   * module:add_feature}}
   */
  public ImmutableList<LuaValue> features() {
    ImmutableList.Builder<LuaValue> found = ImmutableList.builder();
    for (ModuleCall call : callsOf("add_feature")) {
      found.add(call.argument(0));
    }
    return found.build();
  }

  /**
   * {@return whether it is loaded once for the whole server instead of for each host, because it
   * calls {@code module:set_global()}}
   */
  public boolean isGlobal() {
    for (ModuleCall call : calls) {
      if (call.function().equals("set_global")) {
        return true;
      }
    }
    return false;
  }

  /** {@return the oldest version of Lua that accepts its grammar; empty if no version does} */
  public Optional<LuaVersion> oldestLua() {
    return luaVersions.stream().min(Comparator.naturalOrder());
  }
}
