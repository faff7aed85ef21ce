package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.files.SourceBytes;
import io.prosodykit.moduletree.PackagedModules;
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

@RequiresProgram({
  "sh", "lua5.1", "lua5.2", "lua5.3", "lua5.4", "luac5.1", "luac5.2", "luac5.3", "luac5.4"
})
class LuaPackagesTest {
  /** Each mutant takes a process for each compiler, so all are for the machine that has time. */
  private static final int SHARE = System.getenv("CI") == null ? 4 : 1;

  private static final int DELETIONS = 1000 / SHARE;
  private static final int DUPLICATIONS = 300 / SHARE;
  private static final int SWAPS = 300 / SHARE;

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
      List<Span> tokens = spans(source);
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

  private static String without(String source, List<Span> tokens, int token) {
    return source.substring(0, tokens.get(token).start())
        + source.substring(tokens.get(token).end());
  }

  private static String twice(String source, List<Span> tokens, int token) {
    int end = tokens.get(token).end();
    return source.substring(0, end)
        + ' '
        + source.substring(tokens.get(token).start(), end)
        + source.substring(end);
  }

  private static String swapped(String source, List<Span> tokens, int token) {
    int next = Math.min(token + 1, tokens.size() - 1);
    return source.substring(0, tokens.get(token).start())
        + source.substring(tokens.get(next).start(), tokens.get(next).end())
        + ' '
        + source.substring(tokens.get(token).start(), tokens.get(token).end())
        + source.substring(tokens.get(next).end());
  }

  /** Where a token begins and ends in its source. */
  private record Span(int start, int end) {}

  /** All tokens; the last is the end of the source. */
  private static List<Span> spans(String source) {
    Lexer lexer = new Lexer(source, new Problems());
    Tokens tokens = lexer.tokens();
    List<Span> spans = new ArrayList<>();
    do {
      lexer.scan();
      spans.add(new Span(tokens.start(spans.size()), tokens.end(spans.size())));
    } while (tokens.kind(spans.size() - 1) != TokenKind.END_OF_SOURCE);
    return spans;
  }
}
