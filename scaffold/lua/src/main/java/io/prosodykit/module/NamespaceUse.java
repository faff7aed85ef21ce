package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;

/**
 * An XML namespace in a string: {@code "urn:xmpp:carbons:2"}.
 *
 * @param position where the string begins
 * @param namespace the namespace
 * @since 0.1.0
 */
public record NamespaceUse(LuaPosition position, String namespace) {
  private static final ImmutableList<String> PREFIXES =
      ImmutableList.of("urn:xmpp:", "urn:ietf:", "http://jabber.org/protocol/", "jabber:");

  /** Whether a string looks like a namespace of XMPP. */
  static boolean isNamespace(String text) {
    if (text.indexOf(':') < 0) {
      return false;
    }
    for (String prefix : PREFIXES) {
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        return isPlain(text);
      }
    }
    return false;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7F || c == '%') {
        return false;
      }
    }
    return true;
  }
}
