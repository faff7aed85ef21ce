package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A module that another one loads ({@code module:depends}).
 *
 * @param module its name
 * @param soft whether the other one also runs without it, which Prosody supports since 13.0
 * @since 0.1.0
 */
public record ModuleDependency(
    @JsonProperty(required = true) String module, @JsonProperty(required = true) boolean soft) {}
