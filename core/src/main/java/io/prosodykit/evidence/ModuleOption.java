package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An option that a module reads from the configuration.
 *
 * @param name the option's name
 * @param type how it is read: {@code string}, {@code number}, {@code boolean}, {@code array},
 *     {@code set}, {@code path}, {@code inherited_set}, and since 13.0 {@code integer}, {@code
 *     period}, {@code enum}; {@code any} where the type is not checked
 * @param defaultValue the default as Lua writes it, {@code "hello"}; empty if there is none, or if
 *     it is not a literal. The sources 0.9.14, 0.10.3 and 2024-01 do not record defaults: they are
 *     assumed to have that of the other source before them, or else after them
 * @since 0.1.0
 */
public record ModuleOption(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String type,
    @JsonProperty(value = "default", required = true) String defaultValue) {}
