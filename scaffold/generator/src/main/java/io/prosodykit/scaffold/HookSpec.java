package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.facts.ServerEvent;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An event of Prosody that a module handles. The generated handler logs the event's data and lets
 * other handlers run; the author fills in the rest. The handler makes no assumptions about events
 * that this library does not know.
 *
 * @param event the event, for example {@code message/bare}
 * @param priority handlers with higher priority run first; most of Prosody's own have 0
 * @param global whether the event belongs to the whole server ({@code module:hook_global})
 * @param permission the {@linkplain PermissionSpec#action() action} that the sender of the stanza
 *     must be allowed to perform; others get the error {@code forbidden}. Only events for stanzas
 *     that can be answered may require one
 * @since 0.1.0
 */
public record HookSpec(String event, int priority, boolean global, Optional<String> permission) {
  /**
   * Checks the values.
   *
   * @param event the event
   * @param priority the priority
   * @param global whether the event belongs to the server
   * @param permission an action
   * @throws InvalidSpecException if the event is not 1 to 255 printable characters, or if a
   *     permission is required and the event is not for stanzas that can be answered
   */
  public HookSpec {
    Objects.requireNonNull(permission);
    SpecValidation.require("hook", "event", SpecValidation.printable("event", event));
    SpecValidation.require(
        "hook", "permission", permission.flatMap(action -> problem(event, action)));
  }

  /** Only the sender of a stanza can get the error. */
  private static Optional<String> problem(String event, String action) {
    ServerEvent known = ServerFacts.reference().events().event(event);
    String why =
        switch (known.kind()) {
          case STANZA -> "";
          case EVENT ->
              "its handlers get %s, and the sender expects no reply"
                  .formatted(String.join(", ", known.fields()));
          case NOTHING -> "its handlers get nothing";
          case UNKNOWN -> "it is not known to carry a stanza";
        };
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "event %s cannot require \"%s\", because %s: omit the permission, and check it in the handler"
                .formatted(event, VisibleText.brief(action), why));
  }

  /**
   * Creates a hook for an event of the host, with priority 0.
   *
   * @param event the event, for example {@code message/bare}
   * @return the hook
   * @throws InvalidSpecException if the event is not 1 to 255 printable characters
   */
  public static HookSpec of(String event) {
    return new HookSpec(event, 0, false, Optional.empty());
  }

  /**
   * Parses a comma-separated list of hooks: {@code message/bare:5,message/host requires greet}.
   *
   * <p>Each is an event, optionally followed by a colon and the priority, then {@code on server}
   * for an event of the whole server, then {@code requires ACTION}. If the event itself ends in a
   * colon and a number, that number would be read as the priority: write {@code EVENT:0} instead.
   *
   * @param text the hooks; none if it is blank
   * @return the hooks in the given order
   * @throws InvalidSpecException if any of them cannot be parsed; the exception has all problems
   */
  public static ImmutableList<HookSpec> parseAll(String text) {
    return PartSyntax.parseAll("hook", "hooks", text, PartSyntax::hook);
  }

  /**
   * {@return a copy with another priority}
   *
   * @param newPriority any number
   */
  public HookSpec withPriority(int newPriority) {
    return new HookSpec(event, newPriority, global, permission);
  }

  /** {@return a copy for an event of the whole server} */
  public HookSpec onServer() {
    return new HookSpec(event, priority, true, permission);
  }

  /**
   * {@return a copy that requires a permission}
   *
   * @param action an action for which the module's specification has a {@link PermissionSpec}
   * @throws InvalidSpecException if the event is not for stanzas that can be answered, for example
   *     {@code resource-bind}, or is not known to this library
   */
  public HookSpec requiring(String action) {
    return new HookSpec(event, priority, global, Optional.of(action));
  }

  @JsonValue
  Map<String, Object> document() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("event", event);
    json.put("priority", priority);
    json.put("global", global);
    permission.ifPresent(action -> json.put("permission", action));
    return json;
  }
}
