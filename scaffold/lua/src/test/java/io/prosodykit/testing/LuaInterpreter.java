package io.prosodykit.testing;

import static java.util.stream.Collectors.joining;

import com.google.common.io.BaseEncoding;
import com.google.common.io.Resources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A real Lua that keeps running and evaluates chunks; see {@code evaluate.lua} for what it does.
 */
public final class LuaInterpreter implements AutoCloseable {
  /** The programs, one for each version of Lua. */
  public static final List<String> PROGRAMS = List.of("lua5.1", "lua5.2", "lua5.3", "lua5.4");

  private final String program;
  private final Process process;
  private final OutputStream requests;
  private final BufferedReader answers;

  private LuaInterpreter(String program, Process process) {
    this.program = program;
    this.process = process;
    this.requests = process.getOutputStream();
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  /** Starts a Lua. */
  public static LuaInterpreter start(String program) throws IOException {
    // from a jar there is no file that Lua could open
    String driver =
        Resources.toString(
            Resources.getResource(LuaInterpreter.class, "evaluate.lua"), StandardCharsets.UTF_8);
    return new LuaInterpreter(
        program,
        new ProcessBuilder(program, "-e" + driver)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /**
   * Runs a chunk and returns the value at a path in its environment, in the form of evaluate.lua.
   */
  public String evaluate(String path, String chunk) {
    byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
    try {
      requests.write((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
      requests.write(bytes);
      requests.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException(program + " ended");
      }
      if (answer.startsWith("error ")) {
        byte[] message = BaseEncoding.base16().lowerCase().decode(answer.substring(6));
        throw new IllegalArgumentException(
            program + ": " + new String(message, StandardCharsets.UTF_8));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows a text, a list or a map of such as evaluate.lua does. */
  public static String shown(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(LuaInterpreter::shown).collect(joining(",", "{", "}"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(field -> shown(field.getKey()) + "=" + shown(field.getValue()))
          .sorted()
          .collect(joining(",", "{", "}"));
    }
    byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
    return "s" + BaseEncoding.base16().lowerCase().encode(text);
  }

  /** The name of the program. */
  @Override
  public String toString() {
    return program;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
