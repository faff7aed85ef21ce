package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a file with facts about modules. */
abstract class EvidenceFileReader<T> {
  static final List<String> NAME = List.of("name");
  private static final List<String> DOCUMENT = List.of("modules");

  private final ImmutableMap.Builder<String, T> modules = ImmutableMap.builder();
  private final Map<ImmutableList<String>, ImmutableList<Source>> sources = new HashMap<>();

  /** Reads one module and {@linkplain #add adds} what the file says about it. */
  abstract void module(JsonInput in);

  final ImmutableMap<String, T> readAll(DataFile file) {
    file.read(DOCUMENT, this::field);
    return modules.buildOrThrow();
  }

  private void field(String field, JsonInput in) {
    JsonElements elements = in.elements();
    while (elements.next()) {
      module(in);
    }
  }

  final void add(String module, T facts) {
    modules.put(module, facts);
  }

  /** Many facts have the same sources, so they share one list. */
  final ImmutableList<Source> sources(JsonInput in) {
    ImmutableList<String> ids = in.texts();
    ImmutableList<Source> known = sources.get(ids);
    if (known == null) {
      known = SourceRanges.builtIn().read(ids);
      sources.put(ids, known);
    }
    return known;
  }
}
