package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ComplianceSuite.Category;
import io.prosodykit.catalog.ComplianceSuite.Level;
import io.prosodykit.catalog.ComplianceSuite.Role;
import io.prosodykit.text.EnumNames;
import java.util.Optional;

/**
 * One row of a {@link ComplianceSuite}.
 *
 * @param category the table that it stands in
 * @param name the feature as the suite calls it; two categories may have one of the same name
 * @param specifications what has to be implemented, in the suite's order
 * @param coreServer what the level core demands of servers
 * @param coreClient what the level core demands of clients
 * @param advancedServer what the level advanced demands of servers
 * @param advancedClient what the level advanced demands of clients
 * @param remark what narrows the demand, in a few words; empty for most. One that narrows what is
 *     demanded of one role begins with the role: {@code client: not of one in a terminal}
 */
public record SuiteFeature(
    Category category,
    String name,
    ImmutableList<SpecRef> specifications,
    Demand coreServer,
    Demand coreClient,
    Demand advancedServer,
    Demand advancedClient,
    String remark) {

  /**
   * Returns what the suite demands.
   *
   * @param role of whom
   * @param level at which level
   * @return the cell of the suite's table
   */
  public Demand demand(Role role, Level level) {
    return switch (role) {
      case SERVER -> level == Level.CORE ? coreServer : advancedServer;
      case CLIENT -> level == Level.CORE ? coreClient : advancedClient;
    };
  }

  /**
   * Returns what narrows the demand on a role.
   *
   * @param role of whom it is demanded
   * @return a few words; empty if nothing does
   */
  public Optional<String> remark(Role role) {
    for (Role other : Role.values()) {
      if (remark.startsWith(other + ": ")) {
        return other == role
            ? Optional.of(remark.substring(other.toString().length() + 2))
            : Optional.empty();
      }
    }
    return Optional.of(remark).filter(words -> !words.isEmpty());
  }

  /** Prints {@code CATEGORY: NAME} and the specifications. */
  @Override
  public String toString() {
    return category + ": " + name + " " + specifications;
  }

  /** A cell of the suite's tables. */
  public enum Demand {
    /** All specifications of the row. */
    REQUIRED,
    /** One of the row's specifications. */
    ONE_REQUIRED,
    /** Nothing. */
    NOT_REQUIRED,
    /** Nothing, for it is not a thing that this kind of software could do. */
    NOT_APPLICABLE;

    /** Prints the demand in lower case, for example {@code one-required}. */
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
