package io.prosodykit.facts;

import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.version.VersionRange;

/**
 * An option of which a module puts the name together from its own name.
 *
 * @param module the module, without {@code mod_}
 * @param option the option; its default is not recorded, and empty
 * @param versions the versions that read it as this type
 * @since 0.1.0
 */
public record ComposedOption(String module, ModuleOption option, VersionRange versions) {}
