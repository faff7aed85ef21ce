package io.prosodykit.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/**
 * Reads invalid catalogues, to check the messages about them.
 *
 * <p>In a document given as text, {@code '} stands for a quotation mark.
 */
final class BadCatalog {
  private BadCatalog() {}

  static CatalogException refusal(String json) {
    return refusal(quoted(json).getBytes(UTF_8));
  }

  static CatalogException refusal(byte[] json) {
    return catchThrowableOfType(CatalogException.class, () -> ModuleCatalog.parse("test", json));
  }

  static List<CatalogProblem> problems(String json) {
    return refusal(json).problems();
  }

  static List<CatalogProblem> problems(byte[] json) {
    return refusal(json).problems();
  }

  static CatalogProblem at(int line, int column, String pointer, String message) {
    return new CatalogProblem(pointer, line, column, message);
  }

  static CatalogProblem last(List<CatalogProblem> problems) {
    return problems.get(problems.size() - 1);
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
