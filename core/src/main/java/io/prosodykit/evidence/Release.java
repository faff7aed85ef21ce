package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;

/**
 * A branch of Prosody and what modules find in it, from its sources.
 *
 * @param version the branch, for example {@code 0.12}
 * @param date year and month of its first release, {@code 2022-03}
 * @param lua the versions of Lua that it runs on, the oldest first, {@code 5.4}
 * @param functions the functions of its module API, without {@code module:}, sorted
 * @param libraries the names by which {@code require} finds its Lua libraries, sorted. Since 13.0,
 *     each is also available with {@code prosody.} before its name
 * @since 0.1.0
 */
public record Release(
    ProsodyVersion version,
    String date,
    ImmutableList<String> lua,
    ImmutableSet<String> functions,
    ImmutableSet<String> libraries) {}
