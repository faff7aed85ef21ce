package io.prosodykit.server;

import io.prosodykit.files.FileFault;
import java.io.IOException;
import java.util.Objects;

/**
 * Thrown if modules cannot be verified in one of several installations of Prosody.
 *
 * @since 0.1.0
 */
public final class InstallationException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient ProsodyInstallation installation;

  InstallationException(ProsodyInstallation installation, IOException cause) {
    super("cannot verify in " + installation.prosody() + ": " + FileFault.reason(cause), cause);
    this.installation = installation;
  }

  /** {@return the installation} */
  public ProsodyInstallation installation() {
    return installation;
  }

  /** {@return what is wrong with it, or with the disk} */
  @Override
  public synchronized IOException getCause() {
    return (IOException) Objects.requireNonNull(super.getCause());
  }
}
