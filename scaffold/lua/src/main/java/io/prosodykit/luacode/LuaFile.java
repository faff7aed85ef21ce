package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.files.ReplacedFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of Lua: comments at its top, the libraries that the code names, and the code. It is valid
 * for the Lua of each release that it is for.
 *
 * @since 0.1.0
 */
public final class LuaFile {
  private final TargetRange targets;
  private final LuaCode header;
  private final LuaCode body;
  private final ComposedFile file;

  LuaFile(TargetRange targets, LuaCode header, LuaCode body) {
    this.targets = targets;
    this.header = header;
    this.body = body;
    this.file = ComposedFile.of(targets, header, body);
  }

  /**
   * {@return a builder of a file for the {@linkplain TargetRange#maintained() default} releases}
   */
  public static LuaFileBuilder builder() {
    return builder(TargetRange.maintained());
  }

  /**
   * {@return a builder of a file}
   *
   * @param targets the releases of Prosody that it is for
   */
  public static LuaFileBuilder builder(TargetRange targets) {
    return new LuaFileBuilder(targets, LuaCode.empty(), LuaCode.empty());
  }

  /** {@return a builder that begins with this file} */
  public LuaFileBuilder toBuilder() {
    return new LuaFileBuilder(targets, header, body);
  }

  /** {@return the releases that it is for} */
  public TargetRange targets() {
    return targets;
  }

  /** {@return what is at its top, before the libraries are required} */
  public LuaCode header() {
    return header;
  }

  /** {@return the code, without what requires the libraries} */
  public LuaCode body() {
    return body;
  }

  /** {@return the libraries that it requires, sorted by name} */
  public ImmutableList<LuaLibrary> libraries() {
    return file.libraries();
  }

  /** {@return the text of the file} */
  @Override
  public String toString() {
    return file.text();
  }

  /**
   * Writes the file.
   *
   * @param out gets the text
   * @throws IOException if it cannot be written
   */
  public void writeTo(Appendable out) throws IOException {
    out.append(file.text());
  }

  /**
   * Writes the file in UTF-8; one that exists is replaced atomically.
   *
   * @param path the file, in any file system that can rename files atomically
   * @throws IOException if it cannot be written, or its folder does not exist
   */
  public void writeTo(Path path) throws IOException {
    ReplacedFile.write(file.text(), path);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LuaFile that
        && targets.equals(that.targets)
        && header.equals(that.header)
        && body.equals(that.body);
  }

  @Override
  public int hashCode() {
    return 31 * header.hashCode() + body.hashCode();
  }
}
