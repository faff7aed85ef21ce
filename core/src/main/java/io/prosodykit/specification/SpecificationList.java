package io.prosodykit.specification;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Specifications with commas between, as a command line has them: {@code XEP-0198,RFC 6120,30}. A
 * bare number is that of a XEP. Parts that are blank are skipped.
 *
 * @since 0.1.0
 */
public final class SpecificationList {
  private SpecificationList() {}

  /**
   * Reads specifications.
   *
   * @param text the specifications, or none
   * @return them in the order of the text
   * @throws IllegalArgumentException if one of them is not a specification
   */
  public static ImmutableList<SpecRef> parse(String text) {
    return parts(text).map(SpecificationList::parseOne).collect(toImmutableList());
  }

  /**
   * Reads one specification.
   *
   * @param text {@code XEP-0198}, {@code RFC 6120}, or {@code 198} for a XEP
   * @return the specification
   * @throws IllegalArgumentException if it is not a specification
   */
  public static SpecRef parseOne(String text) {
    return text.matches("[0-9]{1,4}") ? XepRef.of(Integer.parseInt(text)) : SpecRef.parse(text);
  }

  /**
   * Writes {@code XEP-198} for each bare {@code 198}, with or without a minus sign before it.
   *
   * @param text specifications, or anything else, which stays as it is
   * @return the text in the form that {@link SpecRef#parse} reads
   */
  public static String spelledOut(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(part -> part.strip().replaceFirst("^(-?)([0-9]{1,4})$", "$1XEP-$2"))
        .collect(Collectors.joining(","));
  }

  private static Stream<String> parts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
  }
}
