package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.SourceBytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Lua source, read for Lua 5.1 to 5.4 at once: its syntax tree, its comments, and which versions
 * refuse it and why.
 *
 * <p>A version is among {@link #versions()} exactly if {@code luac -p} of that version accepts the
 * source, limits of the compiler such as 200 local variables and 250 values at once included. Two
 * limits are not computed exactly: the length of the compiled code, of which Lua 5.1 to 5.3 can
 * jump over at most 131,071 instructions (a condition of 40,000 terms is too long), and the
 * registers for deeply nested values, of which only those that are certainly needed count. Compiled
 * code is not source, so no version accepts it here.
 *
 * <p>Broken source yields the tree of the rest: after a broken statement, reading continues at the
 * next one.
 *
 * @param block the statements
 * @param comments the comments in the order of the text
 * @param problems what is wrong, in the order of the text; empty if every version accepts it
 * @since 0.1.0
 */
public record LuaChunk(
    Block block, ImmutableList<LuaComment> comments, ImmutableList<LuaProblem> problems) {
  /**
   * Reads source text. A byte order mark at its beginning is recognized.
   *
   * @param source any text
   * @return what it contains
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
   * Reads the contents of a file as UTF-8, or as ISO 8859-1 if they are not UTF-8.
   *
   * @param source any bytes
   * @return what they contain
   */
  public static LuaChunk parse(byte[] source) {
    return parse(SourceBytes.decode(source));
  }

  /**
   * Reads a file as {@link #parse(byte[])} does.
   *
   * @param file the file
   * @return what it contains
   * @throws IOException if the file cannot be read, is not a regular file, or is larger than 16 MiB
   */
  public static LuaChunk read(Path file) throws IOException {
    return parse(BoundedFile.read(file, BoundedFile.TEXT_LIMIT));
  }

  /** {@return the versions that accept the source, the oldest first; perhaps none} */
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
