package io.prosodykit.busted;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.FileFault;
import io.prosodykit.files.NamedPath;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.TableField;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the source of busted's configuration file {@code .busted} says: the fields of {@code
 * default}, and those of {@code _all} that {@code default} lacks.
 *
 * @param options the options that are supported, each with its values
 * @param remarks what is ignored
 */
record BustedFile(Map<String, ImmutableList<String>> options, ImmutableList<String> remarks) {
  /** The value without a file. */
  static final BustedFile NONE = new BustedFile(Map.of(), ImmutableList.of());

  static final String NAME = ".busted";

  private static final Path HERE = Path.of("");
  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();
  private static final ImmutableSet<String> READ =
      ImmutableSet.of(
          "pattern",
          "exclude-pattern",
          "ROOT",
          "lpath",
          "helper",
          "tags",
          "exclude-tags",
          "filter",
          "filter-out");

  /** The options that are true or false. */
  private static final ImmutableSet<String> FLAGS =
      ImmutableSet.of("recursive", "auto-insulate", "lazy");

  /** The options that change how busted shows its results, but not the results. */
  private static final ImmutableSet<String> FOR_SHOW =
      ImmutableSet.of(
          "verbose",
          "output",
          "Xoutput",
          "lang",
          "enable-sound",
          "defer-print",
          "suppress-pending",
          "coverage");

  /** Reads the file of a folder, if it has one. */
  static BustedFile read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    Optional<Expression.Table> table;
    try {
      table = returned(LuaChunk.read(file));
    } catch (RefusedFileException e) {
      return unread("it " + FileFault.reason(e));
    }
    if (table.isEmpty()) {
      return unread("it does not return one table");
    }
    Map<String, ImmutableList<String>> options = new LinkedHashMap<>();
    List<String> remarks = new ArrayList<>();
    for (String task : List.of("default", "_all")) {
      if (field(table.get(), task) instanceof Expression.Table section) {
        addOptions(section, task, options, remarks);
      }
    }
    return new BustedFile(options, ImmutableList.copyOf(remarks));
  }

  private static BustedFile unread(String reason) {
    return new BustedFile(Map.of(), ImmutableList.of("ignored: " + reason));
  }

  /** {@return the first value of an option} */
  Optional<String> first(String option) {
    ImmutableList<String> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** {@return the values of an option} */
  ImmutableList<String> values(String option) {
    return options.getOrDefault(option, ImmutableList.of());
  }

  /** {@return whether an option is true, which it is unless the file says otherwise} */
  boolean isOn(String option) {
    return !first(option).equals(Optional.of("false"));
  }

  /** {@return the values of an option, which may be one text separated by commas} */
  ImmutableList<String> list(String option) {
    ImmutableList.Builder<String> list = ImmutableList.builder();
    for (String value : values(option)) {
      list.addAll(COMMAS.split(value));
    }
    return list.build();
  }

  private static Optional<Expression.Table> returned(LuaChunk chunk) {
    ImmutableList<Statement> statements = chunk.block().statements();
    boolean single =
        chunk.problems().isEmpty()
            && statements.size() == 1
            && statements.get(0) instanceof Statement.Return result
            && result.values().size() == 1
            && result.values().get(0) instanceof Expression.Table;
    return single
        ? Optional.of((Expression.Table) ((Statement.Return) statements.get(0)).values().get(0))
        : Optional.empty();
  }

  private static void addOptions(
      Expression.Table section,
      String task,
      Map<String, ImmutableList<String>> options,
      List<String> remarks) {
    for (TableField field : section.fields()) {
      if (field instanceof TableField.Keyed keyed && keyed.key() instanceof Expression.Text key) {
        String option = key.value();
        ImmutableList<String> values =
            FLAGS.contains(option) ? truth(keyed.value()) : texts(keyed.value());
        if (FOR_SHOW.contains(option)) {
          continue;
        }
        boolean read = READ.contains(option) || FLAGS.contains(option);
        if (!read || values.isEmpty() || !isUnderstood(option, values)) {
          remarks.add(task + "." + VisibleText.brief(option) + " is ignored");
        } else {
          options.putIfAbsent(option, values);
        }
      }
    }
  }

  private static boolean isUnderstood(String option, List<String> values) {
    for (String value : values) {
      boolean isUnderstood =
          option.endsWith("pattern")
              ? LuaPattern.forNames(value).isPresent()
              : !option.equals("ROOT") || NamedPath.resolve(HERE, value).isPresent();
      if (!isUnderstood) {
        return false;
      }
    }
    return true;
  }

  private static ImmutableList<String> truth(Expression value) {
    return value instanceof Expression.Bool bool
        ? ImmutableList.of(String.valueOf(bool.value()))
        : ImmutableList.of();
  }

  private static ImmutableList<String> texts(Expression value) {
    if (value instanceof Expression.Text text) {
      return ImmutableList.of(text.value());
    }
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    if (value instanceof Expression.Table table) {
      for (TableField field : table.fields()) {
        if (!(field instanceof TableField.Positional item)
            || !(item.value() instanceof Expression.Text text)) {
          return ImmutableList.of();
        }
        texts.add(text.value());
      }
    }
    return texts.build();
  }

  private static @Nullable Expression field(Expression.Table table, String name) {
    for (TableField field : table.fields()) {
      if (field instanceof TableField.Keyed keyed
          && keyed.key() instanceof Expression.Text key
          && key.value().equals(name)) {
        return keyed.value();
      }
    }
    return null;
  }
}
