package io.prosodykit.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.prosodykit.changes.ApiChange;
import io.prosodykit.changes.EventChange;
import io.prosodykit.changes.MemberChange;
import io.prosodykit.changes.ModuleChange;
import io.prosodykit.changes.OptionChange;
import io.prosodykit.changes.ReleaseChanges;
import io.prosodykit.changes.RuleChange;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.evidence.Span;
import io.prosodykit.text.Joined;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One change, in words. */
record ChangeRow(
    String what,
    String module,
    String name,
    String change,
    String before,
    String after,
    String remark,
    ImmutableList<Source> sources) {

  static ChangeRow of(ModuleChange change) {
    return new ChangeRow(
        "module",
        change.module(),
        "",
        change.kind().toString(),
        change.before().toString(),
        change.after().toString(),
        remark(change),
        change.sources());
  }

  private static String remark(ModuleChange change) {
    return Stream.of(advice(change), change.refusal())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String advice(ModuleChange change) {
    if (!change.successor().isEmpty()) {
      return "use " + change.successor() + " instead";
    }
    return switch (change.kind()) {
      case ABSORBED -> "remove the community's copy";
      case HANDED_OVER -> "install the community's module";
      case REMOVED -> "remove it from modules_enabled";
      case ADDED, APPEARED, DISAPPEARED, REPLACED, REFUSED -> "";
    };
  }

  /** {@return the row} Its sources are those of the time of the two versions that say so. */
  static ChangeRow of(OptionChange change, ReleaseChanges all) {
    return new ChangeRow(
        "option",
        change.module(),
        change.option(),
        Joined.commas(change.kinds().asList()),
        reads(change.before()),
        reads(change.after()),
        remark(change),
        Stream.concat(
                sources(change.before(), all.fromSources()),
                sources(change.after(), all.toSources()))
            .distinct()
            .collect(toImmutableList()));
  }

  private static String remark(OptionChange change) {
    return change.kinds().contains(OptionChange.Kind.MOVED)
        ? "moved to the core"
        : alone(change)
            .map(
                source ->
                    "of the releases of "
                        + source.release()
                        + ", only "
                        + source.title()
                        + " reads it")
            .orElse("");
  }

  /**
   * The one release that reads an option, while those before and after it in its branch do not:
   * whoever made its package may have added what came later.
   */
  private static Optional<Source> alone(OptionChange change) {
    ImmutableList<Sourced<ModuleOption>> reads =
        change.before().isEmpty() ? change.after() : change.before();
    if (reads.size() != 1 || !(change.before().isEmpty() || change.after().isEmpty())) {
      return Optional.empty();
    }
    return reads.get(0).spans().stream()
        .filter(span -> span.first().equals(span.last()))
        .filter(span -> isSameBranch(span.before(), span) && isSameBranch(span.after(), span))
        .flatMap(
            span ->
                reads.get(0).sources().stream()
                    .filter(source -> source.version().equals(span.first())))
        .findFirst();
  }

  private static boolean isSameBranch(Optional<ProsodyVersion> other, Span span) {
    return other.map(ProsodyVersion::branch).equals(Optional.of(span.first().branch()));
  }

  private static String reads(List<Sourced<ModuleOption>> options) {
    return Joined.semicolons(
        options.stream()
            .map(Sourced::value)
            .map(
                option ->
                    option.defaultValue().isEmpty()
                        ? option.type()
                        : option.type() + " = " + option.defaultValue())
            .distinct()
            .toList());
  }

  private static Stream<Source> sources(
      ImmutableList<Sourced<ModuleOption>> facts, ImmutableList<Source> ofTheTime) {
    ImmutableList<Source> all =
        facts.stream().flatMap(fact -> fact.sources().stream()).collect(toImmutableList());
    return all.stream().anyMatch(ofTheTime::contains)
        ? ofTheTime.stream().filter(all::contains)
        : all.stream();
  }

  static ChangeRow of(String what, ApiChange change) {
    return new ChangeRow(
        what,
        "",
        change.name(),
        change.kind().toString(),
        "",
        "",
        change.replacement(),
        change.sources());
  }

  /** {@return the row} A method of an object has a colon, as in calls. */
  static ChangeRow of(MemberChange change) {
    String dot = change.owner().contains(".") ? "." : ":";
    return new ChangeRow(
        "member",
        "",
        change.owner() + dot + change.member(),
        change.kind().toString(),
        change.before(),
        change.after(),
        "",
        change.sources());
  }

  static ChangeRow of(RuleChange change) {
    return new ChangeRow(
        "rule",
        change.module(),
        "",
        change.kind().toString(),
        "",
        "",
        change.rule(),
        change.sources());
  }

  static ChangeRow of(EventChange change) {
    boolean added = change.kind() == ApiChange.Kind.ADDED;
    String by = Joined.semicolons(change.by());
    return new ChangeRow(
        "event",
        "",
        change.event(),
        change.kind().toString(),
        added ? "" : by,
        added ? by : "",
        "",
        change.sources());
  }

  static ChangeRow lua(String version, String change, ReleaseChanges all) {
    return new ChangeRow(
        "lua",
        "",
        version,
        change,
        "",
        "",
        "",
        all.toSources().stream()
            .filter(source -> source.kind() == Source.Kind.RELEASE)
            .collect(toImmutableList()));
  }

  /** {@return the ids of the sources, with commas between} */
  String ids() {
    return ids(sources);
  }

  static String ids(List<Source> sources) {
    return Joined.commas(sources.stream().map(Source::id).toList());
  }
}
