package io.prosodykit.compliance;

import com.google.common.collect.ImmutableList;

/**
 * Which modules count for a coverage.
 *
 * @param named how many of the counted ones were named; the others are loaded by these
 * @param counted the modules that count, those that were named first
 * @param unavailable those that are not available for the version
 * @param unknown the names that are not known
 * @param unconfigured those that the configuration loads in a way that does not work
 */
record CountedModules(
    int named,
    ImmutableList<String> counted,
    ImmutableList<String> unavailable,
    ImmutableList<String> unknown,
    ImmutableList<String> unconfigured) {}
