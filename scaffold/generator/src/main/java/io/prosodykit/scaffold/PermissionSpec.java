package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A permission for an action that only some users may perform. Prosody 13.0 checks their roles.
 * Older releases have no roles, so there only administrators have the permission.
 *
 * @param action the action, which Prosody 13.0 calls {@code module:action}
 * @param role the role that has the permission unless the configuration says otherwise, for example
 *     {@code prosody:admin}
 * @since 0.1.0
 */
public record PermissionSpec(String action, String role) {
  /** The role of administrators. */
  public static final String ADMIN = "prosody:admin";

  /**
   * Checks the values.
   *
   * @param action the action
   * @param role the role
   * @throws InvalidSpecException if the action is not lower-case letters, digits and hyphens, or
   *     the role is not letters, digits, hyphens, underscores and colons
   */
  public PermissionSpec {
    SpecValidation.require("permission", "action", SpecValidation.action(action));
    SpecValidation.require("permission", "role", SpecValidation.role(role));
  }

  /**
   * Creates a permission for administrators.
   *
   * @param action the action, for example {@code send-to-all}
   * @return the permission
   * @throws InvalidSpecException if it is not lower-case letters, digits and hyphens
   */
  public static PermissionSpec of(String action) {
    return new PermissionSpec(action, ADMIN);
  }

  /**
   * Parses a comma-separated list of permissions: {@code send,look:prosody:registered}.
   *
   * <p>Each is an action, optionally followed by a colon and the role. The default is {@code
   * prosody:admin}.
   *
   * @param text the permissions; none if it is blank
   * @return the permissions in the given order
   * @throws InvalidSpecException if any of them cannot be parsed; the exception has all problems
   */
  public static ImmutableList<PermissionSpec> parseAll(String text) {
    return PartSyntax.parseAll("permission", "permissions", text, PartSyntax::permission);
  }

  /**
   * {@return a copy for another role}
   *
   * @param newRole for example {@code prosody:registered}
   * @throws InvalidSpecException if it is not letters, digits, hyphens, underscores and colons
   */
  public PermissionSpec withRole(String newRole) {
    return new PermissionSpec(action, newRole);
  }

  @JsonValue
  Map<String, Object> document() {
    return ImmutableMap.of("action", action, "role", role);
  }
}
