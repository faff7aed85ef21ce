package io.prosodykit.scaffold;

import com.google.common.base.CharMatcher;
import io.prosodykit.files.DeviceNames;
import io.prosodykit.lua.LuaText;
import io.prosodykit.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks single values of a specification; each check returns the problem, if any. */
final class SpecValidation {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_VERSION = 32;
  private static final int LONGEST_NAMESPACE = 255;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,255}");
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9:_-]{1,64}");
  private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9a-z]+)*");
  private static final Pattern NAMESPACE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}\"<>\\\\^`{|}]+");

  private SpecValidation() {}

  static Optional<String> moduleName(String name) {
    if (name.startsWith("mod_")) {
      return Optional.of(
          "module name \"%s\" begins with mod_: omit it, the files get it automatically"
              .formatted(VisibleText.brief(name)));
    }
    if (DeviceNames.isDevice(name)) {
      return Optional.of(
          "module name \"%s\" is a device on Windows: choose another name"
              .formatted(VisibleText.brief(name)));
    }
    return name("module", name);
  }

  static Optional<String> name(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of(
          "%s name \"%s\" must be lower-case letters, digits and underscores, and start with a letter"
              .formatted(what, VisibleText.brief(name)));
    }
    if (LuaText.keywords().contains(name)) {
      return Optional.of("%s name \"%s\" is a keyword of Lua".formatted(what, name));
    }
    if (name.length() > LONGEST_NAME) {
      return Optional.of(
          "%s name \"%s\" has %d characters; at most %d are allowed"
              .formatted(what, VisibleText.brief(name), name.length(), LONGEST_NAME));
    }
    return Optional.empty();
  }

  static Optional<String> text(String what, String text) {
    return VisibleText.hasUnpairedSurrogate(text)
        ? Optional.of(what + " " + VisibleText.UNPAIRED_SURROGATE)
        : Optional.empty();
  }

  /** {@return whether a reader would see nothing: only white space, as Unicode defines it} */
  static boolean blank(String text) {
    return CharMatcher.whitespace().matchesAllOf(text);
  }

  static Optional<String> sentence(String what, String text) {
    if (blank(text)) {
      return Optional.of(what + " is blank: omit it or enter some text");
    }
    return text(what, text);
  }

  static Optional<String> version(String version) {
    if (!VERSION.matcher(version).matches() || version.length() > LONGEST_VERSION) {
      return Optional.of(
          "version \"%s\" must be numbers separated by dots, such as 0.1.0, with at most %d characters"
              .formatted(VisibleText.brief(version), LONGEST_VERSION));
    }
    return Optional.empty();
  }

  static Optional<String> namespace(String namespace) {
    if (!NAMESPACE.matcher(namespace).matches()
        || namespace.length() > LONGEST_NAMESPACE
        || namespace.codePoints().anyMatch(VisibleText::isInvisible)) {
      return Optional.of(
          "namespace \"%s\" must be a URI, such as urn:example:greeter:0, with at most %d characters"
              .formatted(VisibleText.brief(namespace), LONGEST_NAMESPACE));
    }
    return text("namespace", namespace);
  }

  /** Throws an exception if a value of a part of a module has a problem. */
  static void require(String part, String field, Optional<String> problem) {
    problem.ifPresent(
        message -> {
          throw new InvalidSpecException(part, List.of(new SpecProblem(field, message)));
        });
  }

  static Optional<String> printable(String what, String text) {
    return PRINTABLE.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            "%s \"%s\" must be 1 to %d printable ASCII characters"
                .formatted(what, VisibleText.brief(text), LONGEST_NAMESPACE));
  }

  static Optional<String> action(String action) {
    return ACTION.matcher(action).matches()
        ? Optional.empty()
        : Optional.of(
            "action \"%s\" must be at most %d lower-case letters, digits and hyphens, and start with a letter"
                .formatted(VisibleText.brief(action), LONGEST_NAME));
  }

  static Optional<String> role(String role) {
    return ROLE.matcher(role).matches()
        ? Optional.empty()
        : Optional.of(
            "role \"%s\" must be a name such as prosody:admin".formatted(VisibleText.brief(role)));
  }
}
