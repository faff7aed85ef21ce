package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what comments tell. */
final class CommentFacts {
  private static final Pattern HINT = Pattern.compile("% *([A-Za-z0-9_]+): *(.+)");
  private static final Pattern VALUE = Pattern.compile("[^, ]+");
  private static final Pattern XEP =
      Pattern.compile("(?<![A-Za-z0-9])XEP[-_ ]?([0-9]{1,4})(?![0-9])", Pattern.CASE_INSENSITIVE);

  private CommentFacts() {}

  static ImmutableList<ModuleHint> hints(ImmutableList<LuaComment> comments) {
    ImmutableList.Builder<ModuleHint> hints = ImmutableList.builder();
    for (LuaComment comment : comments) {
      if (comment.text().startsWith("%") && comment.position().column() == 1) {
        Matcher matcher = HINT.matcher(comment.text().stripTrailing());
        if (matcher.matches()) {
          ImmutableList<String> values = values(matcher.group(2));
          if (!values.isEmpty()) {
            hints.add(new ModuleHint(comment.position(), matcher.group(1), values));
          }
        }
      }
    }
    return hints.build();
  }

  private static ImmutableList<String> values(String list) {
    ImmutableList.Builder<String> values = ImmutableList.builder();
    Matcher matcher = VALUE.matcher(list);
    while (matcher.find()) {
      values.add(matcher.group());
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
      if (hasX(comment.text())) {
        Matcher matcher = XEP.matcher(comment.text());
        while (matcher.find()) {
          xeps.add(new XepMention(comment.position(), Integer.parseInt(matcher.group(1))));
        }
      }
    }
    return xeps.build();
  }

  /** Whether it is worth while to look for an extension. */
  private static boolean hasX(String text) {
    return text.indexOf('X') >= 0 || text.indexOf('x') >= 0;
  }
}
