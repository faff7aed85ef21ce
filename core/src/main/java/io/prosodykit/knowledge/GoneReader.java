package io.prosodykit.knowledge;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Gone;
import io.prosodykit.evidence.GoneFact;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.text.ModuleName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a branch lacks of all that the branch has that it is like. */
final class GoneReader {
  private static final List<String> TABLES =
      List.of("modules", "functions", "libraries", "members", "facts");
  private static final List<String> FACT = List.of("module", "kind", "name");

  private final JsonInput in;

  GoneReader(JsonInput in) {
    this.in = in;
  }

  Gone read() {
    ImmutableSet.Builder<String> modules = ImmutableSet.builder();
    ImmutableSet<String> functions = ImmutableSet.of();
    ImmutableSet<String> libraries = ImmutableSet.of();
    ImmutableSet<String> members = ImmutableSet.of();
    ImmutableSet.Builder<GoneFact> facts = ImmutableSet.builder();
    JsonFields tables = in.object(TABLES, List.of());
    while (tables.next()) {
      switch (tables.field()) {
        case "modules" -> {
          JsonElements names = in.elements();
          while (names.next()) {
            add(in.parsed(ModuleName::checked), modules);
          }
        }
        case "functions" -> functions = ImmutableSet.copyOf(in.texts());
        case "libraries" -> libraries = ImmutableSet.copyOf(in.texts());
        case "members" -> members = ImmutableSet.copyOf(in.texts());
        default -> {
          JsonElements rows = in.elements();
          while (rows.next()) {
            add(fact(), facts);
          }
        }
      }
    }
    return new Gone(modules.build(), functions, libraries, members, facts.build());
  }

  private static <T> void add(@Nullable T value, ImmutableSet.Builder<T> values) {
    if (value != null) {
      values.add(value);
    }
  }

  private @Nullable GoneFact fact() {
    String module = null;
    String kind = null;
    String name = null;
    JsonFields fields = in.object(FACT, FACT);
    while (fields.next()) {
      switch (fields.field()) {
        case "module" -> module = in.parsed(ModuleName::checked);
        case "kind" -> kind = in.parsed(GoneFact::checkedKind);
        default -> name = in.textOrNull();
      }
    }
    return module == null || kind == null || name == null ? null : new GoneFact(module, kind, name);
  }
}
