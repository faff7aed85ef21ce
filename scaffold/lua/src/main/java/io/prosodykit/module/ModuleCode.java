package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.SourceBytes;
import io.prosodykit.lua.Block;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.FunctionBody;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.Statement;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of a module as checks need it: more than its {@linkplain ModuleFacts facts}.
 *
 * @param text the source
 * @param chunk the source, parsed
 * @param facts what it tells about the module
 * @param uses the calls of global variables and of libraries, and the global variables that it sets
 * @param guards what is known to be there where a call is made, by the position of the call: {@code
 *     module:may} inside of {@code if module.may then … end}, {@code table.unpack} behind {@code
 *     table.unpack and}, {@code require util.paseto} behind {@code pcall(require, "util.paseto")
 *     and}; with {@link #NOT} before it what is known not to be there. Calls without a guard are
 *     left out
 */
public record ModuleCode(
    String text,
    LuaChunk chunk,
    ModuleFacts facts,
    ImmutableList<ValueUse> uses,
    ImmutableMap<LuaPosition, ImmutableSet<String>> guards) {
  /** Stands before a guard that says what is not there. */
  public static final String NOT = "not ";

  /** Begins a guard that says that a library is there: {@code require util.paseto}. */
  public static final String LIBRARY = ValuePaths.LIBRARY;

  /**
   * Reads source text.
   *
   * @param text any text
   * @return what it says
   */
  public static ModuleCode of(String text) {
    LuaChunk chunk = LuaChunk.parse(text);
    FactsReader reader = new FactsReader(chunk);
    ModuleFacts facts = reader.read();
    ValuePaths paths = new ValuePaths(reader);
    GuardReader guards = new GuardReader(paths);
    UseReader uses = new UseReader(paths);
    for (LuaNode node : reader.nodes()) {
      read(node, paths, guards, uses);
    }
    return new ModuleCode(text, chunk, facts, uses.uses(), guards.guards());
  }

  private static void read(LuaNode node, ValuePaths paths, GuardReader guards, UseReader uses) {
    if (node instanceof Statement.Local declaration) {
      paths.declare(declaration);
    }
    NodeReader interested = interested(node, guards, uses);
    if (interested != null) {
      interested.read(node);
    }
  }

  private static @Nullable NodeReader interested(LuaNode node, GuardReader guards, UseReader uses) {
    if (node instanceof Expression.Call
        || node instanceof FunctionBody
        || node instanceof Statement.Local
        || node instanceof Statement.Function
        || node instanceof Statement.Assignment) {
      return uses;
    }
    return node instanceof Statement.If
            || node instanceof Expression.Binary
            || node instanceof Block
        ? guards
        : null;
  }

  /**
   * Reads a file.
   *
   * @param file the file, in any encoding
   * @return what it says
   * @throws IOException if the file cannot be read, is not a regular file, or is larger than 16 MiB
   */
  public static ModuleCode read(Path file) throws IOException {
    return of(SourceBytes.decode(BoundedFile.read(file, BoundedFile.TEXT_LIMIT)));
  }

  /**
   * Returns what is known to be there where a call is made.
   *
   * @param position where the call begins
   * @return the guards; perhaps none
   */
  public ImmutableSet<String> guardsAt(LuaPosition position) {
    return guards.getOrDefault(position, ImmutableSet.of());
  }
}
