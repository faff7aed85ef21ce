package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The users of a server for modules, as {@code mod_auth_internal_plain} stores them. */
final class Accounts {
  static final String ADMIN = "admin";
  static final String PASSWORD = "secret";
  private static final ImmutableList<String> USERS = ImmutableList.of("juliet", "romeo", ADMIN);

  private Accounts() {}

  static void write(Path data, String host) throws IOException {
    Path folder = Files.createDirectories(data.resolve(encode(host)).resolve("accounts"));
    for (String user : USERS) {
      Files.writeString(
          folder.resolve(user + ".dat"), "return { [\"password\"] = \"" + PASSWORD + "\"; };\n");
    }
  }

  /** The name of a host's folder: all but ASCII letters and digits as {@code %2e}. */
  private static String encode(String host) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : host.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
      encoded.append(plain ? String.valueOf((char) b) : "%%%02x".formatted(b & 0xFF));
    }
    return encoded.toString();
  }
}
