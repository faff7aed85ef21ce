package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresProgram({"sh", "luac5.1", "luac5.2", "luac5.3", "luac5.4"})
class LuaPackagesTest {
  private static final int DELETIONS = 1000;
  private static final int DUPLICATIONS = 300;
  private static final int SWAPS = 300;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @Test
  void agreesWithTheCompilersOnAllPackagedFiles() throws IOException {
    List<Path> files = PackagedModules.all();

    assertThat(files).hasSizeGreaterThan(900);
    Luac.assertAgreesOn(files);
  }

  @Test
  void agreesWithTheCompilersOnMutants() throws IOException {
    List<Path> files = PackagedModules.all();
    Random random = new Random(20_240_601);
    List<byte[]> mutants = new ArrayList<>();
    for (int i = 0; i < DELETIONS + DUPLICATIONS + SWAPS; i++) {
      Path file = files.get(random.nextInt(files.size()));
      String source = SourceBytes.decode(Files.readAllBytes(file));
      Tokens tokens = new Lexer(source, new Problems()).scan();
      int token = random.nextInt(Math.max(1, tokens.size() - 2));
      String mutant =
          i < DELETIONS
              ? without(source, tokens, token)
              : i < DELETIONS + DUPLICATIONS
                  ? twice(source, tokens, token)
                  : swapped(source, tokens, token);
      mutants.add(mutant.getBytes(StandardCharsets.UTF_8));
    }

    Luac.assertAgreesOn(mutants, folder);
  }

  private static String without(String source, Tokens tokens, int token) {
    return source.substring(0, tokens.start(token)) + source.substring(tokens.end(token));
  }

  private static String twice(String source, Tokens tokens, int token) {
    int end = tokens.end(token);
    return source.substring(0, end)
        + ' '
        + source.substring(tokens.start(token), end)
        + source.substring(end);
  }

  private static String swapped(String source, Tokens tokens, int token) {
    int next = Math.min(token + 1, tokens.size() - 1);
    return source.substring(0, tokens.start(token))
        + source.substring(tokens.start(next), tokens.end(next))
        + ' '
        + source.substring(tokens.start(token), tokens.end(token))
        + source.substring(tokens.end(next));
  }
}
