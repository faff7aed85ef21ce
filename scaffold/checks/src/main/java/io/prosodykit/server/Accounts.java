package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The users of a server for modules, as {@code mod_auth_internal_plain} stores them.
 *
 * @param password the password of all users
 */
record Accounts(String password) {
  static final String ADMIN = "admin";
  private static final ImmutableList<String> USERS = ImmutableList.of("juliet", "romeo", ADMIN);

  private static final int PASSWORD_BYTES = 16;

  /** {@return accounts with a password that nobody can guess} */
  static Accounts random() {
    byte[] password = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(password);
    return new Accounts(HexFormat.of().formatHex(password));
  }

  void write(Path data, String host) throws IOException {
    Path folder = Files.createDirectories(data.resolve(encode(host)).resolve("accounts"));
    for (String user : USERS) {
      Files.writeString(
          folder.resolve(user + ".dat"), "return { [\"password\"] = \"" + password + "\"; };\n");
    }
  }

  /**
   * Returns the name of a host's folder: everything but ASCII letters and digits is written as
   * {@code %2e}.
   */
  private static String encode(String host) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : host.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
      encoded.append(plain ? String.valueOf((char) b) : "%%%02x".formatted(b & 0xFF));
    }
    return encoded.toString();
  }
}
