package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.SourceBytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Lua source, read for Lua 5.1 to 5.4 at once: its syntax tree, its comments, and why which version
 * refuses it.
 *
 * <p>A version is among {@link #versions()} exactly if {@code luac -p} of that version accepts the
 * source, limits of the compiler such as 200 local variables and 250 values at once included. Two
 * are not reckoned to the last: how long the compiled code becomes, of which Lua 5.1 to 5.3 jump
 * over 131,071 instructions at most (a condition of 40,000 terms is too much), and the registers in
 * which values wait that are deep inside one another, of which those that are surely needed count.
 * Compiled code is not source, and no version is said to accept it.
 *
 * <p>Source that is broken gives the tree of what is left: after a broken statement, reading goes
 * on at the next one.
 *
 * @param block the statements
 * @param comments the comments in the order of the text
 * @param problems what is wrong, in the order of the text; empty if every version accepts it
 */
public record LuaChunk(
    Block block, ImmutableList<LuaComment> comments, ImmutableList<LuaProblem> problems) {
  /**
   * Reads source text. A byte order mark at its beginning counts as such.
   *
   * @param source any text
   * @return what it says
   */
  public static LuaChunk parse(String source) {
    Problems problems = new Problems();
    Lexer lexer = new Lexer(source, problems);
    TokenReader reader = new TokenReader(lexer, source, problems);
    SymbolTable symbols = lexer.symbols();
    NestingLimits levels = new NestingLimits(reader, problems);
    Scopes scopes = new Scopes(symbols.get("_ENV"), problems);
    Block block = new BlockParser(reader, problems, levels, scopes, symbols).readAll();
    return new LuaChunk(block, lexer.comments(), problems.sorted());
  }

  /**
   * Reads the contents of a file as UTF-8, and if they are not UTF-8 as ISO 8859-1.
   *
   * @param source any bytes
   * @return what they say
   */
  public static LuaChunk parse(byte[] source) {
    return parse(SourceBytes.decode(source));
  }

  /**
   * Reads a file as {@link #parse(byte[])} does.
   *
   * @param file the file
   * @return what it says
   * @throws IOException if the file cannot be read, is not a regular file, or is larger than 16 MiB
   */
  public static LuaChunk read(Path file) throws IOException {
    return parse(BoundedFile.read(file, BoundedFile.TEXT_LIMIT));
  }

  /**
   * Returns the versions that accept the source.
   *
   * @return the versions, the oldest first; perhaps none
   */
  public ImmutableSet<LuaVersion> versions() {
    int refused = Versions.NONE;
    for (LuaProblem problem : problems) {
      for (LuaVersion version : problem.versions()) {
        refused |= version.bit();
      }
    }
    return Versions.of(Versions.ALL & ~refused);
  }
}
