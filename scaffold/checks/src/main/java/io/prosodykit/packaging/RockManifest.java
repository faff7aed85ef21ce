package io.prosodykit.packaging;

import io.prosodykit.lua.LuaText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file {@code rock_manifest} of a rock: the MD5 of each file in it, which LuaRocks compares
 * before it deploys the file.
 */
final class RockManifest {
  private final SortedMap<String, Object> tree = new TreeMap<>();

  private RockManifest() {}

  /** Writes the manifest of files that are given by their paths in the rock. */
  static byte[] of(Map<String, byte[]> files) {
    RockManifest manifest = new RockManifest();
    files.forEach((path, bytes) -> add(manifest.tree, path, md5(bytes)));
    StringBuilder text = new StringBuilder("rock_manifest = ");
    write(text, manifest.tree, 1);
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked") // an existing folder was made here
  private static void add(SortedMap<String, Object> folder, String path, String md5) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      folder.put(path, md5);
      return;
    }
    Object inner = folder.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>());
    add((SortedMap<String, Object>) inner, path.substring(slash + 1), md5);
  }

  private static void write(StringBuilder text, Map<?, ?> folder, int level) {
    text.append("{\n");
    folder.forEach(
        (name, entry) -> {
          text.append("\t".repeat(level));
          text.append('[').append(LuaText.quote(String.valueOf(name))).append("] = ");
          if (entry instanceof Map<?, ?> inner) {
            write(text, inner, level + 1);
          } else {
            text.append(LuaText.quote(String.valueOf(entry)));
          }
          text.append(";\n");
        });
    text.append("\t".repeat(level - 1)).append('}');
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
