package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Reads what begins with a minus sign: that sign, or a comment. */
final class MinusScanner implements TokenScanner {
  private final SourceCursor cursor;
  private final LongBracketScanner brackets;
  private final ImmutableList.Builder<LuaComment> comments = ImmutableList.builder();

  MinusScanner(SourceCursor cursor, LongBracketScanner brackets) {
    this.cursor = cursor;
    this.brackets = brackets;
  }

  @Override
  public @Nullable TokenKind scan() {
    if (cursor.next(1) == '-') {
      scanComment();
      return null;
    }
    cursor.at++;
    return TokenKind.MINUS;
  }

  private void scanComment() {
    LuaPosition position = cursor.position(cursor.at);
    cursor.at += 2;
    if (cursor.next(0) == '[') {
      int level = brackets.level();
      if (level != LongBracketScanner.NO_BRACKET) {
        add(position, brackets.scan(level, "long comment"));
        return;
      }
    }
    char[] text = cursor.text;
    int start = cursor.at;
    int at = start;
    while (at < cursor.end && !SourceCursor.isNewline(text[at])) {
      at++;
    }
    cursor.at = at;
    add(position, new String(text, start, at - start));
  }

  /** Adds a comment that ends here. */
  void add(LuaPosition position, String text) {
    comments.add(new LuaComment(position, text, cursor.position(cursor.at)));
  }

  /** The comments that were read. */
  ImmutableList<LuaComment> comments() {
    return comments.build();
  }
}
