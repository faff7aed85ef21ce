package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads a file with facts about modules. */
abstract class EvidenceFileReader<T> implements Consumer<JsonInput> {
  static final List<String> NAME = List.of("name");
  private static final List<String> DOCUMENT = List.of("formatVersion", "modules");

  private final ImmutableMap.Builder<String, T> modules = ImmutableMap.builder();
  private final Map<ImmutableList<String>, ImmutableList<Source>> sources = new HashMap<>();

  /** Reads one module and {@linkplain #add adds} what the file says about it. */
  abstract void module(JsonInput in);

  final ImmutableMap<String, T> readAll(DataFile file) {
    file.read(this);
    return modules.buildOrThrow();
  }

  @Override
  public final void accept(JsonInput in) {
    JsonFields document = in.object(DOCUMENT, DOCUMENT);
    while (document.next()) {
      if (document.field().equals("formatVersion")) {
        in.integer();
      } else if (in.array()) {
        while (in.nextElement()) {
          module(in);
        }
      }
    }
  }

  final void add(String module, T told) {
    modules.put(module, told);
  }

  /** Many facts have the same sources, so they share one list. */
  final ImmutableList<Source> sources(JsonInput in) {
    ImmutableList<String> ids = in.texts();
    ImmutableList<Source> known = sources.get(ids);
    if (known == null) {
      ImmutableList.Builder<Source> read = ImmutableList.builder();
      for (String id : ids) {
        read.add(Objects.requireNonNull(ReleaseReader.SOURCES_BY_ID.get(id), id));
      }
      known = read.build();
      sources.put(ids, known);
    }
    return known;
  }
}
