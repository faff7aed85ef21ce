package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaComment;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.text.CharClass;

/** Reads facts from comments. */
final class CommentFacts {
  private static final String XEP = "XEP";
  private static final int MOST_DIGITS = 4;
  private static final int TEN = 10;

  private CommentFacts() {}

  /** Reads {@code --% requires_core_features: a, b}. */
  static ImmutableList<ModuleHint> hints(ImmutableList<LuaComment> comments) {
    ImmutableList.Builder<ModuleHint> hints = ImmutableList.builder();
    for (LuaComment comment : comments) {
      if (comment.text().startsWith("%") && comment.position().column() == 1) {
        addHint(comment, hints);
      }
    }
    return hints.build();
  }

  private static void addHint(LuaComment comment, ImmutableList.Builder<ModuleHint> hints) {
    String text = comment.text().stripTrailing();
    int start = 1;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    int colon = start;
    while (colon < text.length() && CharClass.isLetterOrDigit(text.charAt(colon))) {
      colon++;
    }
    if (colon > start && text.startsWith(":", colon) && text.indexOf('\n') < 0) {
      ImmutableList<String> values = values(text, colon + 1);
      if (!values.isEmpty()) {
        hints.add(new ModuleHint(comment.position(), text.substring(start, colon), values));
      }
    }
  }

  /** The words between commas and spaces. */
  private static ImmutableList<String> values(String text, int from) {
    ImmutableList.Builder<String> values = ImmutableList.builder();
    int start = from;
    for (int at = from; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == ',' || text.charAt(at) == ' ') {
        if (at > start) {
          values.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return values.build();
  }

  /** The extensions that the comments before the first statement name. */
  static ImmutableList<XepMention> xeps(LuaChunk source) {
    ImmutableList.Builder<XepMention> xeps = ImmutableList.builder();
    boolean code = !source.block().statements().isEmpty();
    LuaPosition end = source.block().position();
    for (LuaComment comment : source.comments()) {
      if (code && comment.position().compareTo(end) > 0) {
        break;
      }
      addXeps(comment, xeps);
    }
    return xeps.build();
  }

  /** Adds each {@code XEP-0198}, {@code xep_198} or {@code XEP 198}. */
  private static void addXeps(LuaComment comment, ImmutableList.Builder<XepMention> xeps) {
    String text = comment.text();
    for (int at = 0; at < text.length(); at++) {
      if ((text.charAt(at) | ' ') == 'x' && beginsXep(text, at)) {
        int start = at + XEP.length();
        if (start < text.length() && "-_ ".indexOf(text.charAt(start)) >= 0) {
          start++;
        }
        int end = start;
        while (end < text.length() && CharClass.isDigit(text.charAt(end))) {
          end++;
        }
        if (end > start && end - start <= MOST_DIGITS) {
          xeps.add(new XepMention(comment.position(), Integer.parseInt(text, start, end, TEN)));
        }
      }
    }
  }

  private static boolean beginsXep(String text, int at) {
    return text.regionMatches(true, at, XEP, 0, XEP.length())
        && (at == 0
            || text.charAt(at - 1) == '_'
            || !CharClass.isLetterOrDigit(text.charAt(at - 1)));
  }
}
