package io.prosodykit.scaffold.template;

import io.prosodykit.lua.LuaText;
import java.util.Optional;

/** Quotes text from users for the language of the file that it is written to. */
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

  /** {@return the language of a file by its name, for example {@code README.md}} */
  static Optional<TextLanguage> of(String fileName) {
    return switch (fileName.substring(fileName.lastIndexOf('.') + 1)) {
      case "lua", "luacheckrc", "rockspec" -> Optional.of(LUA);
      case "md" -> Optional.of(MARKDOWN);
      case "yaml" -> Optional.of(YAML);
      default -> Optional.empty();
    };
  }
}
