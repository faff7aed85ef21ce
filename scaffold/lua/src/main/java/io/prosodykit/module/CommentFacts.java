package io.prosodykit.module;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaComment;
import io.prosodykit.lua.LuaPosition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads facts from comments. */
final class CommentFacts {
  private static final Pattern HINT = Pattern.compile("% *(\\w+):([^\\n]*)");
  private static final Pattern XEP =
      Pattern.compile("(?<![A-Za-z0-9])XEP[-_ ]?([0-9]{1,4})(?![0-9])", Pattern.CASE_INSENSITIVE);
  private static final Splitter VALUES = Splitter.on(CharMatcher.anyOf(", ")).omitEmptyStrings();

  private CommentFacts() {}

  /** Reads {@code --% requires: a, b}. */
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
    Matcher hint = HINT.matcher(comment.text().stripTrailing());
    if (hint.matches()) {
      ImmutableList<String> values = ImmutableList.copyOf(VALUES.split(hint.group(2)));
      if (!values.isEmpty()) {
        hints.add(new ModuleHint(comment.position(), hint.group(1), values));
      }
    }
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
    Matcher xep = XEP.matcher(comment.text());
    while (xep.find()) {
      xeps.add(new XepMention(comment.position(), Integer.parseInt(xep.group(1))));
    }
  }
}
