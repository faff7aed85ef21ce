package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.SourceBytes;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaPosition;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One file of a module as checks need it: more than its {@linkplain ModuleFacts facts}.
 *
 * @param text the source
 * @param chunk the source, parsed
 * @param facts what it says about the module
 * @param uses the calls of global variables and of libraries, and the global variables that it sets
 * @param guards what is known where a call is made, by the position of the call. Calls about which
 *     nothing is known are omitted
 * @since 0.1.0
 */
public record ModuleCode(
    String text,
    LuaChunk chunk,
    ModuleFacts facts,
    ImmutableList<ValueUse> uses,
    ImmutableMap<LuaPosition, Guard.All> guards) {
  /**
   * Reads source text.
   *
   * @param text any text
   * @return what it contains
   */
  public static ModuleCode of(String text) {
    LuaChunk chunk = LuaChunk.parse(text);
    FactsReader reader = new FactsReader(chunk);
    ValuePaths paths = new ValuePaths(reader);
    GuardReader guards = new GuardReader(paths);
    UseReader uses = new UseReader(paths);
    // aliases must be resolved before uses
    ModuleFacts facts = reader.read(ImmutableList.of(paths, guards, uses));
    return new ModuleCode(text, chunk, facts, uses.uses(), guards.guards());
  }

  /**
   * Reads a file.
   *
   * @param file the file, in any encoding
   * @return what it contains
   * @throws IOException if the file cannot be read, is not a regular file, or is larger than 16 MiB
   */
  public static ModuleCode read(Path file) throws IOException {
    return of(SourceBytes.decode(BoundedFile.read(file, BoundedFile.TEXT_LIMIT)));
  }

  /**
   * {@return the guards that are known to hold where a call is made; perhaps none}
   *
   * @param position where the call begins
   */
  public Guard.All guardsAt(LuaPosition position) {
    return guards.getOrDefault(position, Guard.All.NONE);
  }
}
