package io.prosodykit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.catalog.Layer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.components.interactivity.DefaultPrompter;
import org.codehaus.plexus.components.interactivity.InputHandler;
import org.codehaus.plexus.components.interactivity.OutputHandler;
import org.junit.jupiter.api.Test;

class TerminalPromptTest {
  private final StringBuilder screen = new StringBuilder();

  @Test
  void asksAgainUntilTheAnswerCanBeRead() throws MojoFailureException {
    String answer = typing("strem\n stanza \n").ask(null, "Layer", "02-stream", Layer::parse);
    assertThat(answer).isEqualTo("stanza");
    assertThat(screen).contains("Layer [02-stream]: ", "unknown layer \"strem\"");
  }

  @Test
  void takesTheProposalForAnEmptyAnswer() throws MojoFailureException {
    assertThat(typing("\n").ask(null, "Layer", "02-stream", Layer::parse)).isEqualTo("02-stream");
  }

  @Test
  void doesNotAskForWhatIsGiven() throws MojoFailureException {
    assertThat(typing("").ask("stream", "Layer", "", Layer::parse)).isEqualTo("stream");
    assertThat(screen).isEmpty();
  }

  @Test
  void refusesWhatIsGivenAndCannotBeRead() {
    assertThatThrownBy(() -> typing("").ask("strem", "Layer", "", Layer::parse))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("unknown layer \"strem\"");
  }

  @Test
  void failsAtTheEndOfInput() {
    assertThatThrownBy(() -> typing("").ask(null, "Layer", "02-stream", Layer::parse))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("the input ended");
  }

  private TerminalPrompt typing(String keys) {
    BufferedReader keyboard = new BufferedReader(new StringReader(keys));
    InputHandler input =
        new InputHandler() {
          @Override
          public String readLine() throws IOException {
            return keyboard.readLine();
          }

          @Override
          public String readPassword() throws IOException {
            return readLine();
          }

          @Override
          public List<String> readMultipleLines() {
            return List.of();
          }
        };
    OutputHandler output =
        new OutputHandler() {
          @Override
          public void write(String text) {
            screen.append(text);
          }

          @Override
          public void writeLine(String text) {
            screen.append(text).append('\n');
          }
        };
    return new TerminalPrompt(new DefaultPrompter(output, input));
  }
}
