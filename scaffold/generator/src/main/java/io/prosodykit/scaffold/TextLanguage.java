package io.prosodykit.scaffold;

import io.prosodykit.lua.LuaText;
import java.util.Optional;

/** How text of a user is written in a file, so that it stays text there. */
enum TextLanguage {
  LUA {
    @Override
    String quote(String text) {
      return LuaText.quote(text);
    }
  },
  MARKDOWN {
    @Override
    String quote(String text) {
      return Markdown.inline(text);
    }
  },
  YAML {
    @Override
    String quote(String text) {
      return Yaml.quote(text);
    }
  };

  abstract String quote(String text);

  /** Tells the language from the name of a file, for example {@code README.md}. */
  static Optional<TextLanguage> of(String fileName) {
    return switch (fileName.substring(fileName.lastIndexOf('.') + 1)) {
      case "lua", "luacheckrc", "rockspec" -> Optional.of(LUA);
      case "md" -> Optional.of(MARKDOWN);
      case "yaml" -> Optional.of(YAML);
      default -> Optional.empty();
    };
  }
}
