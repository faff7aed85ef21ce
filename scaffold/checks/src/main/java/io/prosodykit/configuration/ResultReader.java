package io.prosodykit.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.json.Json;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code evaluate.lua} reports.
 *
 * @param file the main file
 * @param release whose rules counted
 */
record ResultReader(Path file, ProsodyVersion release) {
  private static final ImmutableSet<String> OF_13_0 =
      ImmutableSet.of("Lua", "FileContents", "FileLine", "FileLines", "Credential");

  /** As Lua 5.1 and 5.4 say it. */
  private static final Pattern NIL_GLOBAL = Pattern.compile("attempt to .*\\bglobal '(\\w+)'");

  /** Lua cuts the names of sources there ({@code LUA_IDSIZE}). */
  private static final int LONG_PATH = 60;

  ServerConfiguration read(String document) {
    Map<?, ?> result = (Map<?, ?>) Json.read(document);
    Optional<Map<?, ?>> fault =
        Optional.ofNullable(result.get("fault")).map(found -> (Map<?, ?>) found);
    ImmutableList.Builder<EffectiveSection> sections = ImmutableList.builder();
    for (Map<?, ?> section : maps(result, "sections")) {
      sections.add(section(section));
    }
    return new ServerConfiguration(
        file,
        release,
        sections.build(),
        fault
            .map(found -> ImmutableList.of(hinted(message(found), sections.build())))
            .orElse(ImmutableList.of()),
        messages(result, "warnings"),
        remarks(result),
        list(result, "files").stream()
            .map(name -> Path.of(name.toString()).normalize())
            .distinct()
            .collect(ImmutableList.toImmutableList()),
        list(result, "asked").stream()
            .map(Object::toString)
            .sorted()
            .collect(ImmutableSet.toImmutableSet()));
  }

  private static List<?> list(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof List<?> list ? list : List.of();
  }

  private static List<Map<?, ?>> maps(Map<?, ?> fields, String name) {
    ImmutableList.Builder<Map<?, ?>> maps = ImmutableList.builder();
    list(fields, name).forEach(item -> maps.add((Map<?, ?>) item));
    return maps.build();
  }

  private ImmutableList<ConfigurationMessage> messages(Map<?, ?> fields, String name) {
    return maps(fields, name).stream()
        .map(this::message)
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * A server finds no line in a file with a long path, and fails as soon as it would warn of one.
   */
  private ImmutableList<ConfigurationMessage> remarks(Map<?, ?> result) {
    ImmutableList.Builder<ConfigurationMessage> remarks = ImmutableList.builder();
    remarks.addAll(messages(result, "remarks"));
    for (ConfigurationMessage warning : messages(result, "warnings")) {
      if (warning.file().toString().getBytes(UTF_8).length >= LONG_PATH) {
        remarks.add(
            new ConfigurationMessage(
                warning.file(),
                warning.line(),
                "because of the warning about this line, Prosody does not start if the path of"
                    + " the file is as long on its server: "
                    + LONG_PATH
                    + " bytes or more"));
      }
    }
    return remarks.build();
  }

  /** Adds to an error what a later release has, if that is what is missing. */
  private ConfigurationMessage hinted(ConfigurationMessage error, List<EffectiveSection> sections) {
    Matcher name = NIL_GLOBAL.matcher(error.message());
    if (ReleaseRules.of(release).options() || !name.find()) {
      return error;
    }
    String missing = name.group(1);
    String hint =
        OF_13_0.contains(missing)
            ? "; " + missing + " is available since Prosody 13.0"
            : sections.stream().anyMatch(section -> section.option(missing).isPresent())
                ? "; options can be read and appended to since Prosody 13.0"
                : "";
    return new ConfigurationMessage(error.file(), error.line(), error.message() + hint);
  }

  private ConfigurationMessage message(Map<?, ?> fields) {
    return new ConfigurationMessage(file(fields), line(fields), fields.get("message") + "");
  }

  private Path file(Map<?, ?> fields) {
    return fields.get("file") instanceof String name ? Path.of(name).normalize() : file;
  }

  private static int line(Map<?, ?> fields) {
    return fields.get("line") instanceof Number line ? Math.max(line.intValue(), 0) : 0;
  }

  private EffectiveSection section(Map<?, ?> fields) {
    ImmutableList.Builder<EffectiveOption> options = ImmutableList.builder();
    for (Map<?, ?> option : maps(fields, "options")) {
      options.add(
          new EffectiveOption(
              option.get("name") + "", value(list(option, "value")), file(option), line(option)));
    }
    return new EffectiveSection(
        fields.get("host") + "", Boolean.TRUE.equals(fields.get("enabled")), options.build());
  }

  private static ConfigurationValue value(List<?> described) {
    Object content = described.get(1);
    return switch (described.get(0).toString()) {
      case "s" -> new ConfigurationValue.Text(content.toString());
      case "n" -> new ConfigurationValue.Numeral(number(content.toString()));
      case "b" -> new ConfigurationValue.Truth(Boolean.TRUE.equals(content));
      case "t" -> table((List<?>) content);
      default -> new ConfigurationValue.Opaque(content.toString());
    };
  }

  private static double number(String digits) {
    return switch (digits) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> Double.parseDouble(digits);
    };
  }

  private static ConfigurationValue.Table table(List<?> fields) {
    ImmutableList.Builder<ConfigurationValue.Field> read = ImmutableList.builder();
    for (int i = 0; i < fields.size(); i += 2) {
      read.add(
          new ConfigurationValue.Field(
              value((List<?>) fields.get(i)), value((List<?>) fields.get(i + 1))));
    }
    return new ConfigurationValue.Table(read.build());
  }
}
