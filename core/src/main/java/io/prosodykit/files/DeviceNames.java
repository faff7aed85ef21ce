package io.prosodykit.files;

import java.util.regex.Pattern;

/** Names that stand for devices on Windows, so that no file there can have them. */
public final class DeviceNames {
  /** With any extension, which spaces may precede (Win32 file naming conventions). */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9]) *(?:\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private DeviceNames() {}

  /**
   * {@return whether a name is that of a device, for example {@code nul.txt}}
   *
   * @param name the name of a file or folder, without a path
   */
  public static boolean isDevice(String name) {
    return RESERVED.matcher(name).matches();
  }
}
