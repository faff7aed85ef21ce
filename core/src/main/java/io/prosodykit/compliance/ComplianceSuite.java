package io.prosodykit.compliance;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.EnumNames;

/**
 * What the XMPP Standards Foundation requires of XMPP software: the XMPP Compliance Suites 2023,
 * XEP-0479.
 *
 * <p>Its tables have a row per {@link SuiteFeature} and a column per role and level. To comply with
 * a category other than core, software has to comply with core, too.
 *
 * @since 0.1.0
 */
public final class ComplianceSuite {
  private final XepRef specification;
  private final String source;
  private final ImmutableList<SuiteFeature> features;

  ComplianceSuite(XepRef specification, String source, ImmutableList<SuiteFeature> features) {
    this.specification = specification;
    this.source = source;
    this.features = features;
  }

  /** {@return the suite that comes with this library} */
  public static ComplianceSuite reference() {
    return Reference.SUITE;
  }

  /** {@return the suite's own number, XEP-0479} */
  public XepRef specification() {
    return specification;
  }

  /** {@return where the tables come from: the suite and its version, in words} */
  public String source() {
    return source;
  }

  /** {@return the rows of the tables, in the suite's order} */
  public ImmutableList<SuiteFeature> features() {
    return features;
  }

  /** Prints the number of the suite and of its features. */
  @Override
  public String toString() {
    return specification + ": " + features.size() + " features";
  }

  /** A table of the suite. */
  public enum Category {
    /** What all software needs. */
    CORE,
    /** Connections from web pages. */
    WEB,
    /** Instant messaging. */
    IM,
    /** Clients on mobile devices. */
    MOBILE,
    /** Audio and video calls. */
    AV;

    /**
     * Reads a category, in any case.
     *
     * @param text for example {@code mobile}
     * @return the category
     * @throws IllegalArgumentException for any other text
     */
    public static Category parse(String text) {
      return EnumNames.parse("category", Category.class, text);
    }

    /** Prints the category in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  /** How much a category requires. */
  public enum Level {
    /** The least. */
    CORE,
    /** More than the least. */
    ADVANCED;

    /**
     * Reads a level, in any case.
     *
     * @param text {@code core} or {@code advanced}
     * @return the level
     * @throws IllegalArgumentException for any other text
     */
    public static Level parse(String text) {
      return EnumNames.parse("level", Level.class, text);
    }

    /** Prints the level in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  /** The kind of software that something is required of. */
  public enum Role {
    /** A server. */
    SERVER,
    /** A client. Only what is required of it is known here. */
    CLIENT;

    /**
     * Reads a role, in any case.
     *
     * @param text {@code server} or {@code client}
     * @return the role
     * @throws IllegalArgumentException for any other text
     */
    public static Role parse(String text) {
      return EnumNames.parse("role", Role.class, text);
    }

    /** Prints the role in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  private static final class Reference {
    private static final ComplianceSuite SUITE = ComplianceReader.read();
  }
}
