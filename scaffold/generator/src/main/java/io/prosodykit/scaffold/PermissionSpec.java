package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;

/**
 * Something that only some users may do. Prosody 13.0 asks their roles; on older releases, which
 * have none, administrators may and others may not.
 *
 * @param action the action, which Prosody 13.0 knows as {@code module:action}
 * @param role the role that may unless the configuration says otherwise, for example {@code
 *     prosody:admin}
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
   *     the role not letters, digits, hyphens and colons
   */
  public PermissionSpec {
    SpecValidation.require("permission", "action", SpecValidation.action(action));
    SpecValidation.require("permission", "role", SpecValidation.role(role));
  }

  /**
   * Makes a permission that administrators have.
   *
   * @param action the action, for example {@code send-to-all}
   * @return the permission
   * @throws InvalidSpecException if it is not lower-case letters, digits and hyphens
   */
  public static PermissionSpec of(String action) {
    return new PermissionSpec(action, ADMIN);
  }

  /**
   * Reads permissions from one text, with commas between: {@code send,look:prosody:registered}.
   *
   * <p>Each is an action; a colon and the role may follow it, {@code prosody:admin} unless told
   * otherwise.
   *
   * @param text the permissions; none if it is blank
   * @return the permissions in their order
   * @throws InvalidSpecException if any of them cannot be read; it names all that is wrong
   */
  public static ImmutableList<PermissionSpec> parseAll(String text) {
    return PartSyntax.parseAll("permission", "permissions", text, PartSyntax::permission);
  }

  /**
   * Copies the permission for another role.
   *
   * @param newRole for example {@code prosody:registered}
   * @return the copy
   * @throws InvalidSpecException if it is not letters, digits, hyphens and colons
   */
  public PermissionSpec withRole(String newRole) {
    return new PermissionSpec(action, newRole);
  }
}
