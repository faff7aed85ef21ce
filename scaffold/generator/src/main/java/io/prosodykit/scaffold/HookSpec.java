package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ServerEvent;
import io.prosodykit.catalog.ServerFacts;
import io.prosodykit.text.VisibleText;
import java.util.Objects;
import java.util.Optional;

/**
 * An event of Prosody that a module handles. The generated handler logs what the event brings and
 * lets it go on; the rest is for the author to fill in. Of an event that this library does not
 * know, the handler expects nothing.
 *
 * @param event the event, for example {@code message/bare}
 * @param priority handlers of higher priority run first; Prosody's own stand mostly at 0
 * @param global whether it is an event of the whole server ({@code module:hook_global})
 * @param permission the {@linkplain PermissionSpec#action() action} that whoever sent the stanza
 *     must be allowed; others get the error {@code forbidden}. Only events of stanzas that can be
 *     answered may have one.
 */
public record HookSpec(String event, int priority, boolean global, Optional<String> permission) {
  /**
   * Checks the values.
   *
   * @param event the event
   * @param priority the priority
   * @param global whether it is the server's
   * @param permission an action
   * @throws InvalidSpecException if the event is not 1 to 255 printable characters, or if there is
   *     a permission and the event is not one of a stanza that can be answered
   */
  public HookSpec {
    Objects.requireNonNull(permission);
    SpecValidation.require("hook", "event", SpecValidation.printable("event", event));
    SpecValidation.require(
        "hook", "permission", permission.flatMap(action -> problem(event, action)));
  }

  /** Only who sent a stanza can be told that it is forbidden. */
  private static Optional<String> problem(String event, String action) {
    ServerEvent known = ServerFacts.reference().events().event(event);
    String why =
        switch (known.kind()) {
          case STANZA -> "";
          case EVENT ->
              "its handlers get %s, and nobody is waiting for an answer"
                  .formatted(String.join(", ", known.fields()));
          case NOTHING -> "its handlers get nothing";
          case UNKNOWN -> "it is not known to bring a stanza";
        };
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "event %s cannot require \"%s\", because %s: omit the permission, and check it in the handler"
                .formatted(event, VisibleText.brief(action), why));
  }

  /**
   * Handles an event of the host, at priority 0.
   *
   * @param event the event, for example {@code message/bare}
   * @return the hook
   * @throws InvalidSpecException if the event is not 1 to 255 printable characters
   */
  public static HookSpec of(String event) {
    return new HookSpec(event, 0, false, Optional.empty());
  }

  /**
   * Reads hooks from one text, with commas between: {@code message/bare:5,message/host requires
   * greet}.
   *
   * <p>Each is an event; a colon and the priority may follow it, then {@code on server} for an
   * event of the whole server, then {@code requires ACTION}. In an event that ends in a colon and a
   * number itself, that number is taken for the priority: write {@code EVENT:0} then.
   *
   * @param text the hooks; none if it is blank
   * @return the hooks in their order
   * @throws InvalidSpecException if any of them cannot be read; it names all that is wrong
   */
  public static ImmutableList<HookSpec> parseAll(String text) {
    return PartSyntax.parseAll("hook", "hooks", text, PartSyntax::hook);
  }

  /**
   * Copies the hook with another priority.
   *
   * @param newPriority any number
   * @return the copy
   */
  public HookSpec withPriority(int newPriority) {
    return new HookSpec(event, newPriority, global, permission);
  }

  /**
   * Copies the hook as one of an event of the whole server.
   *
   * @return the copy
   */
  public HookSpec onServer() {
    return new HookSpec(event, priority, true, permission);
  }

  /**
   * Copies the hook as one that needs a permission.
   *
   * @param action an action that the module's specification adds a {@link PermissionSpec} for
   * @return the copy
   * @throws InvalidSpecException if the event is not one of a stanza that can be answered, for
   *     example {@code resource-bind}, or not known to this library
   */
  public HookSpec requiring(String action) {
    return new HookSpec(event, priority, global, Optional.of(action));
  }
}
