package io.prosodykit.catalog;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;

/** An option of the configuration that Prosody dropped or renamed. */
public final class ObsoleteOption {
  private final String name;
  private final ProsodyVersion since;
  private final ImmutableSet<String> successors;
  private final Optional<String> module;
  private final Optional<String> remark;

  ObsoleteOption(
      String name,
      ProsodyVersion since,
      ImmutableSet<String> successors,
      Optional<String> module,
      Optional<String> remark) {
    this.name = name;
    this.since = since;
    this.successors = successors;
    this.module = module;
    this.remark = remark;
  }

  /**
   * Returns the option's name.
   *
   * @return for example {@code legacy_ssl_ports}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the first branch that does without the option: it does not read it, or reads it for old
   * configurations only.
   *
   * @return for example 0.12
   */
  public ProsodyVersion since() {
    return since;
  }

  /**
   * Returns the options that took its place.
   *
   * @return for example {@code c2s_direct_tls_ports}; empty if the option was dropped
   */
  public ImmutableSet<String> successors() {
    return successors;
  }

  /**
   * Returns the module that does what the option asked for.
   *
   * @return a name without {@code mod_}; empty for nearly all options
   */
  public Optional<String> module() {
    return module;
  }

  /**
   * Returns what took the option's place where that is neither an option nor a module.
   *
   * @return a clause without a full stop; empty for nearly all options
   */
  public Optional<String> remark() {
    return remark;
  }

  /** Prints the name and the branch, for people. */
  @Override
  public String toString() {
    return name + ", obsolete since " + since;
  }
}
