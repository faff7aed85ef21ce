package io.prosodykit.maven;

import io.prosodykit.problem.ProsodyKitException;
import io.prosodykit.scaffold.InvalidSpecException;
import io.prosodykit.text.Joined;
import io.prosodykit.text.VisibleText;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;
import org.jspecify.annotations.Nullable;

/** Asks the user at a terminal for missing parameters. */
final class TerminalPrompt {
  private final Prompter prompter;

  TerminalPrompt(Prompter prompter) {
    this.prompter = prompter;
  }

  /**
   * Asks until the answer can be read.
   *
   * @param given what needs no question
   * @param question what to ask
   * @param proposal what an empty answer means; empty if it means nothing in particular
   * @param reader complains about an answer with one of the library's exceptions
   * @throws MojoFailureException if what was given cannot be read, or the terminal
   */
  String ask(@Nullable String given, String question, String proposal, Consumer<String> reader)
      throws MojoFailureException {
    if (given != null) {
      return checked(given, reader);
    }
    String prompted = question + (proposal.isEmpty() ? "" : " [" + proposal + "]");
    String prompt = prompted;
    while (true) {
      String answer = answer(prompt);
      String value = answer.isBlank() ? proposal : answer.strip();
      try {
        reader.accept(value);
        return value;
      } catch (InvalidSpecException e) {
        prompt = complaint(Joined.lines(e.problems())) + prompted;
      } catch (IllegalArgumentException | ProsodyKitException e) {
        prompt = complaint(String.valueOf(e.getMessage())) + prompted;
      }
    }
  }

  private static String checked(String given, Consumer<String> reader) throws MojoFailureException {
    try {
      reader.accept(given);
      return given;
    } catch (IllegalArgumentException | ProsodyKitException e) {
      throw new MojoFailureException(VisibleText.lines(String.valueOf(e.getMessage())), e);
    }
  }

  private static String complaint(String problems) {
    return VisibleText.lines(problems).indent(2);
  }

  private String answer(String question) throws MojoFailureException {
    String answer;
    try {
      answer = prompter.prompt(question);
    } catch (PrompterException e) {
      throw new MojoFailureException("cannot read from the terminal: " + e.getMessage(), e);
    }
    // the interface does not say so, but this is how the end of input arrives
    if (answer == null) {
      throw new MojoFailureException(
          "the input ended before the last answer; nothing was written. Give the answers as"
              + " parameters: -Dprosody.module=greeter is enough");
    }
    return answer;
  }
}
