package io.prosodykit.changes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Advisory;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.json.JsonOutput;
import java.io.IOException;
import java.util.List;

/** Writes changes as JSON. */
final class ReleaseChangesWriter {
  private ReleaseChangesWriter() {}

  static String write(ReleaseChanges changes) {
    return JsonOutput.document(
        out -> {
          out.field("from", changes.from());
          out.field("to", changes.to());
          sources("fromSources", changes.fromSources(), out);
          sources("toSources", changes.toSources(), out);
          support("fromSupport", changes.fromSupport(), out);
          support("toSupport", changes.toSupport(), out);
          array("modules", changes.modules(), ReleaseChangesWriter::module, out);
          array("options", changes.options(), ReleaseChangesWriter::option, out);
          array("rules", changes.rules(), ReleaseChangesWriter::rule, out);
          array("functions", changes.functions(), ReleaseChangesWriter::name, out);
          array("libraries", changes.libraries(), ReleaseChangesWriter::name, out);
          array("members", changes.members(), ReleaseChangesWriter::member, out);
          array("events", changes.events(), ReleaseChangesWriter::event, out);
          out.objectField(
              "lua",
              fields -> {
                fields.texts("before", changes.lua().before());
                fields.texts("after", changes.lua().after());
              });
          out.texts("unknown", changes.unknown());
        });
  }

  private static void support(String name, ReleaseSupport support, JsonOutput out)
      throws IOException {
    out.objectField(
        name,
        fields -> {
          fields.field("until", support.until());
          array("advisories", support.advisories(), ReleaseChangesWriter::advisory, fields);
        });
  }

  private static void advisory(Advisory advisory, JsonOutput out) throws IOException {
    out.field("url", advisory.url());
    out.texts("cves", advisory.cves());
    out.field("affected", advisory.affected());
    out.field("fixedIn", advisory.fixedIn());
  }

  private static void module(ModuleChange change, JsonOutput out) throws IOException {
    out.field("module", change.module());
    out.field("kind", change.kind());
    out.field("before", change.before());
    out.field("after", change.after());
    out.field("successor", change.successor());
    out.field("refusal", change.refusal());
    sources("sources", change.sources(), out);
  }

  private static void option(OptionChange change, JsonOutput out) throws IOException {
    out.field("module", change.module());
    out.field("option", change.option());
    out.texts("kinds", change.kinds());
    array("before", change.before(), ReleaseChangesWriter::read, out);
    array("after", change.after(), ReleaseChangesWriter::read, out);
    out.field("core", change.core());
  }

  private static void read(Sourced<ModuleOption> read, JsonOutput out) throws IOException {
    out.objectField(
        "value",
        fields -> {
          fields.field("name", read.value().name());
          fields.field("type", read.value().type());
          fields.field("default", read.value().defaultValue());
        });
    out.texts("sources", read.ranges());
  }

  private static void rule(RuleChange change, JsonOutput out) throws IOException {
    out.field("module", change.module());
    out.field("kind", change.kind());
    out.field("rule", change.rule());
    sources("sources", change.sources(), out);
  }

  private static void name(ApiChange change, JsonOutput out) throws IOException {
    out.field("name", change.name());
    out.field("kind", change.kind());
    out.field("replacement", change.replacement());
    sources("sources", change.sources(), out);
  }

  private static void member(MemberChange change, JsonOutput out) throws IOException {
    out.field("owner", change.owner());
    out.field("member", change.member());
    out.field("kind", change.kind());
    out.field("before", change.before());
    out.field("after", change.after());
    sources("sources", change.sources(), out);
  }

  private static void event(EventChange change, JsonOutput out) throws IOException {
    out.field("event", change.event());
    out.field("kind", change.kind());
    out.texts("by", change.by());
    sources("sources", change.sources(), out);
  }

  private static void sources(String name, ImmutableList<Source> sources, JsonOutput out)
      throws IOException {
    out.texts(name, sources.stream().map(Source::id).collect(toImmutableList()));
  }

  private interface Element<T> {
    void write(T element, JsonOutput out) throws IOException;
  }

  private static <T> void array(String name, List<T> elements, Element<T> part, JsonOutput out)
      throws IOException {
    out.array(
        name,
        array -> {
          for (T element : elements) {
            array.object(fields -> part.write(element, fields));
          }
        });
  }
}
