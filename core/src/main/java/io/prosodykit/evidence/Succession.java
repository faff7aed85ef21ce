package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.prosodykit.version.ProsodyVersion;

/**
 * A module that took the place of another.
 *
 * @param module the new one's name
 * @param since the branch since which Prosody has it
 * @since 0.1.0
 */
public record Succession(
    @JsonProperty(required = true) String module,
    @JsonProperty(required = true) ProsodyVersion since) {}
