package io.prosodykit.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.prosodykit.problem.DocumentException;
import io.prosodykit.problem.DocumentProblem;
import java.util.List;

/**
 * Reads invalid catalogues, to check the messages about them.
 *
 * <p>In a document given as text, {@code '} stands for a quotation mark.
 */
final class BadCatalog {
  private BadCatalog() {}

  static DocumentException refusal(String json) {
    return refusal(quoted(json).getBytes(UTF_8));
  }

  static DocumentException refusal(byte[] json) {
    return catchThrowableOfType(DocumentException.class, () -> ModuleCatalog.parse("test", json));
  }

  static List<DocumentProblem> problems(String json) {
    return refusal(json).problems();
  }

  static List<DocumentProblem> problems(byte[] json) {
    return refusal(json).problems();
  }

  static DocumentProblem at(int line, int column, String pointer, String message) {
    return new DocumentProblem(pointer, line, column, message);
  }

  static DocumentProblem last(List<DocumentProblem> problems) {
    return problems.get(problems.size() - 1);
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
