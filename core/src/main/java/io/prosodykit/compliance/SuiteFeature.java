package io.prosodykit.compliance;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.compliance.ComplianceSuite.Category;
import io.prosodykit.compliance.ComplianceSuite.Level;
import io.prosodykit.compliance.ComplianceSuite.Role;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.EnumNames;
import java.util.Optional;

/**
 * One row of a {@link ComplianceSuite}.
 *
 * @param category the table that it belongs to
 * @param name the feature as the suite calls it; two categories may have a feature of the same name
 * @param specifications what has to be implemented, in the suite's order
 * @param coreServer what the level core requires of servers
 * @param coreClient what the level core requires of clients
 * @param advancedServer what the level advanced requires of servers
 * @param advancedClient what the level advanced requires of clients
 * @param remark what limits the requirement, in a few words; empty for most. A remark about one
 *     role begins with the role: {@code client: not for terminal clients}
 * @since 0.1.0
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
   * {@return what the suite requires}
   *
   * @param role a server or a client
   * @param level at which level
   */
  public Demand demand(Role role, Level level) {
    return switch (role) {
      case SERVER -> level == Level.CORE ? coreServer : advancedServer;
      case CLIENT -> level == Level.CORE ? coreClient : advancedClient;
    };
  }

  /**
   * {@return what limits the requirement on a role, in a few words; empty if nothing does}
   *
   * @param role who must meet the requirement
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
    /** Nothing, because this kind of software cannot do it. */
    NOT_APPLICABLE;

    /** Prints the requirement in lower case, for example {@code one-required}. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
