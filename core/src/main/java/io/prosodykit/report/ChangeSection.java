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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All changes of one sort, and how a table shows them.
 *
 * @param columns the cells of a row below the headings
 * @param summary how many changes of each kind there are
 */
record ChangeSection(
    String title,
    ImmutableList<String> headings,
    Function<ChangeRow, ImmutableList<String>> columns,
    ImmutableList<ChangeRow> rows,
    String summary) {
  private static final String NONE = "no change on record";

  static ImmutableList<ChangeSection> of(ReleaseChanges changes) {
    return ImmutableList.of(
        modules(changes),
        options(changes),
        rules(changes.rules()),
        names("functions", "function", changes.functions()),
        names("libraries", "library", changes.libraries()),
        members(changes.members()),
        events(changes),
        lua(changes));
  }

  private static ChangeSection modules(ReleaseChanges changes) {
    return new ChangeSection(
        "modules",
        ImmutableList.of("module", "change", "before", "after", "remark", "sources"),
        row ->
            ImmutableList.of(
                row.module(), row.change(), row.before(), row.after(), row.remark(), row.ids()),
        changes.modules().stream().map(ChangeRow::of).collect(toImmutableList()),
        summary(ModuleChange.Kind.values(), changes.modules().stream().map(ModuleChange::kind)));
  }

  private static ChangeSection options(ReleaseChanges changes) {
    return new ChangeSection(
        "options",
        ImmutableList.of("module", "option", "change", "before", "after", "sources"),
        row ->
            ImmutableList.of(
                row.module(), row.name(), optionChange(row), row.before(), row.after(), row.ids()),
        changes.options().stream()
            .map(change -> ChangeRow.of(change, changes))
            .collect(toImmutableList()),
        summary(
                OptionChange.Kind.values(),
                changes.options().stream().flatMap(change -> change.kinds().stream()))
            .replace(" type", " with another type")
            .replace(" default", " with another default")
            .replace(" moved", " moved to the core"));
  }

  private static String optionChange(ChangeRow row) {
    if (row.remark().isEmpty()) {
      return row.change();
    }
    return row.change().equals(OptionChange.Kind.MOVED.toString())
        ? row.remark()
        : row.change() + ": " + row.remark();
  }

  private static ChangeSection names(String title, String what, List<ApiChange> changes) {
    return new ChangeSection(
        title,
        ImmutableList.of(what, "change", "instead", "sources"),
        row -> ImmutableList.of(row.name(), row.change(), row.remark(), row.ids()),
        changes.stream().map(change -> ChangeRow.of(what, change)).collect(toImmutableList()),
        summary(ApiChange.Kind.values(), changes.stream().map(ApiChange::kind)));
  }

  private static ChangeSection rules(List<RuleChange> changes) {
    return new ChangeSection(
        "rules",
        ImmutableList.of("module", "change", "rule", "sources"),
        row -> ImmutableList.of(row.module(), row.change(), row.remark(), row.ids()),
        changes.stream().map(ChangeRow::of).collect(toImmutableList()),
        summary(ApiChange.Kind.values(), changes.stream().map(RuleChange::kind)));
  }

  private static ChangeSection members(List<MemberChange> changes) {
    return new ChangeSection(
        "members",
        ImmutableList.of("member", "change", "before", "after", "sources"),
        row -> ImmutableList.of(row.name(), row.change(), row.before(), row.after(), row.ids()),
        changes.stream().map(ChangeRow::of).collect(toImmutableList()),
        summary(MemberChange.Kind.values(), changes.stream().map(MemberChange::kind)));
  }

  private static ChangeSection events(ReleaseChanges changes) {
    return new ChangeSection(
        "events",
        ImmutableList.of("event", "change", "fired by", "sources"),
        row -> ImmutableList.of(row.name(), row.change(), row.before() + row.after(), row.ids()),
        changes.events().stream().map(ChangeRow::of).collect(toImmutableList()),
        summary(ApiChange.Kind.values(), changes.events().stream().map(EventChange::kind)));
  }

  private static ChangeSection lua(ReleaseChanges changes) {
    ImmutableList<ChangeRow> rows =
        Stream.concat(
                changes.lua().added().stream().map(added -> ChangeRow.lua(added, "added", changes)),
                changes.lua().gone().stream().map(gone -> ChangeRow.lua(gone, "gone", changes)))
            .collect(toImmutableList());
    return new ChangeSection(
        "Lua",
        ImmutableList.of("Lua", "change", "sources"),
        row -> ImmutableList.of(row.name(), row.change(), row.ids()),
        rows,
        rows.isEmpty()
            ? NONE
            : rows.stream()
                .map(row -> row.name() + " " + row.change())
                .collect(Collectors.joining(", ")));
  }

  private static <K> String summary(K[] kinds, Stream<K> found) {
    List<K> all = found.toList();
    String counts =
        Arrays.stream(kinds)
            .filter(all::contains)
            .map(kind -> all.stream().filter(kind::equals).count() + " " + kind)
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? NONE : counts;
  }
}
