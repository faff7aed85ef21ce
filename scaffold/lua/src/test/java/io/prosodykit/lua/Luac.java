package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import io.prosodykit.files.SourceBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The compilers of Lua, and what they say about sources. */
final class Luac {
  private static final int BATCH = 200;

  /** Prints for each file whose name it reads whether the compiler accepts it. */
  private static final String ASK_ONE_BY_ONE =
      "while read -r file; do"
          + " if \"$0\" -p -- \"$file\" > /dev/null 2>&1; then echo yes; else echo no; fi; done";

  /**
   * Prints the same, but asks the compiler in the interpreter, which spares a process for each. To
   * it a source is a few calls deeper than to luac, so it is asked only where that changes nothing.
   */
  private static final String ASK_THE_COMPILER_WITHIN =
      "for file in io.lines() do print(loadfile(file) and 'yes' or 'no') end";

  /** A source of fewer bytes does not come near the 200 levels at which compilers give up. */
  private static final int DEEP = 150;

  private Luac() {}

  /** Asserts of each file that exactly those versions that the parser names accept it. */
  static void assertAgreesOn(List<Path> files) throws IOException {
    List<LuaChunk> chunks = new ArrayList<>();
    for (Path file : files) {
      chunks.add(LuaChunk.read(file));
    }
    List<String> disagreements = new ArrayList<>();
    for (LuaVersion version : LuaVersion.values()) {
      List<Path> accepted = new ArrayList<>();
      List<Path> refused = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        (chunks.get(i).versions().contains(version) ? accepted : refused).add(files.get(i));
      }
      for (List<Path> batch : Lists.partition(accepted, BATCH)) {
        if (!acceptsAll(version, batch)) {
          addThoseThat(version, batch, false, disagreements);
        }
      }
      addThoseThat(version, refused, true, disagreements);
    }
    assertThat(disagreements).isEmpty();
  }

  /** Writes sources to files in a folder, and asserts the same of these. */
  static void assertAgreesOn(List<byte[]> sources, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (byte[] source : sources) {
      files.add(Files.write(folder.resolve(files.size() + ".lua"), source));
    }
    assertAgreesOn(files);
  }

  private static boolean acceptsAll(LuaVersion version, List<Path> files) throws IOException {
    List<String> command = new ArrayList<>(List.of("luac" + version, "-p", "--"));
    files.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addThoseThat(
      LuaVersion version, List<Path> files, boolean accepted, List<String> disagreements)
      throws IOException {
    List<Path> shallow = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    for (Path file : files) {
      (Files.size(file) < DEEP ? shallow : others).add(file);
    }
    List<String> answers =
        new ArrayList<>(answers(shallow, "lua" + version, "-e", ASK_THE_COMPILER_WITHIN));
    answers.addAll(answers(others, "sh", "-c", ASK_ONE_BY_ONE, "luac" + version));
    shallow.addAll(others);
    for (int i = 0; i < shallow.size(); i++) {
      if (answers.get(i).equals("yes") == accepted) {
        disagreements.add(
            "luac" + version + (accepted ? " accepts " : " refuses ") + shown(shallow.get(i)));
      }
    }
  }

  /** What a command prints that reads the names of files. */
  private static List<String> answers(List<Path> files, String... command) throws IOException {
    Path list = Files.createTempFile("files", ".txt");
    Files.write(list, files.stream().map(Path::toString).toList());
    Process process =
        new ProcessBuilder(command)
            .redirectInput(list.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    Files.delete(list);
    List<String> answers = output.lines().toList();
    assertThat(answers).hasSameSizeAs(files);
    return answers;
  }

  private static String shown(Path file) throws IOException {
    String text = SourceBytes.decode(Files.readAllBytes(file));
    return file + ": " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
  }
}
