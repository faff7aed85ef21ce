package io.prosodykit.stack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.TargetRange;

/**
 * The configuration of a server in the guide's layers. It works on every target: a module that one
 * of them cannot load is left out.
 *
 * <p>The server itself decides which modules are on, by the variables of {@code Enablement}, and by
 * {@code PROSODY_ENABLE_MODULES} and {@code PROSODY_DISABLE_MODULES}, lists of names with commas or
 * spaces between. With a variable that has another value, or a name that the configuration does not
 * list, it does not start.
 *
 * @since 0.1.0
 */
public final class ConfigurationStack {
  private final ImmutableSet<String> hosts;
  private final TargetRange targets;
  private final ImmutableList<ModuleEntry> modules;
  private final ImmutableMap<String, String> leftOut;

  ConfigurationStack(
      ImmutableSet<String> hosts,
      TargetRange targets,
      ImmutableList<ModuleEntry> modules,
      ImmutableMap<String, String> leftOut) {
    this.hosts = hosts;
    this.targets = targets;
    this.modules = modules;
    this.leftOut = leftOut;
  }

  /** {@return a builder without hosts and modules, for the maintained releases} */
  public static ConfigurationStackBuilder builder() {
    return new ConfigurationStackBuilder();
  }

  /** {@return the virtual hosts, in the form that servers compare} */
  public ImmutableSet<String> hosts() {
    return hosts;
  }

  /** {@return the releases that it is for} */
  public TargetRange targets() {
    return targets;
  }

  /** {@return the modules that it lists, in the order in which they were added} */
  public ImmutableList<ModuleEntry> modules() {
    return modules;
  }

  /** {@return why modules are left out, by name: a sentence without a full stop} */
  public ImmutableMap<String, String> leftOut() {
    return leftOut;
  }

  /**
   * {@return the texts by path, sorted. Paths have slashes, for example {@code
   * config/stack/02-stream/management.cfg.lua}; texts have LF at line ends. {@code prosody.cfg.lua}
   * is the file for the server, and works in any folder}
   */
  public ImmutableSortedMap<String, String> files() {
    return new StackFiles(this).files();
  }
}
