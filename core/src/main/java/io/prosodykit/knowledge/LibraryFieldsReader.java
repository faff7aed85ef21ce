package io.prosodykit.knowledge;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.LibraryMember;
import io.prosodykit.facts.LoadedLibrary;
import io.prosodykit.facts.ServerLayerBuilder;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what Prosody's own libraries have, in the field {@code server}. */
final class LibraryFieldsReader {
  private static final List<String> LIBRARY = List.of("name", "kind", "arity", "in", "members");
  private static final List<String> LIBRARY_REQUIRED = List.of("name", "kind", "in");
  private static final List<String> MEMBER = List.of("name", "kind", "arity", "in");
  private static final List<String> MEMBER_REQUIRED = List.of("name", "kind");

  private final JsonInput in;
  private final FactReader facts;
  private final ServerLayerBuilder server;

  LibraryFieldsReader(JsonInput in, FactReader facts, ServerLayerBuilder server) {
    this.in = in;
    this.facts = facts;
    this.server = server;
  }

  void library() {
    String name = null;
    LibraryMember.Kind kind = null;
    String arity = "";
    List<Source> sources = List.of();
    List<Member> members = List.of();
    JsonFields fields = in.object(LIBRARY, LIBRARY_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.textOrNull();
        case "kind" -> kind = in.parsed(LibraryMember.Kind::parse);
        case "arity" -> arity = arity();
        case "in" -> sources = facts.sources();
        default -> members = members();
      }
    }
    if (name != null && kind != null) {
      ImmutableList<Source> having = Source.joined(sources, List.of());
      server.library(
          new LoadedLibrary(
              name,
              kind,
              arity,
              having,
              members.stream().map(member -> member.in(having)).collect(toImmutableList())));
    }
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>();
    JsonElements elements = in.elements();
    while (elements.next()) {
      Member member = member();
      if (member != null) {
        members.add(member);
      }
    }
    return members;
  }

  private @Nullable Member member() {
    String name = null;
    LibraryMember.Kind kind = null;
    String arity = "";
    List<Source> sources = List.of();
    JsonFields fields = in.object(MEMBER, MEMBER_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.textOrNull();
        case "kind" -> kind = in.parsed(LibraryMember.Kind::parse);
        case "arity" -> arity = arity();
        default -> sources = facts.sources();
      }
    }
    return name == null || kind == null
        ? null
        : new Member(new LibraryMember(name, kind, arity), sources);
  }

  private String arity() {
    String arity = in.parsed(LibraryMember::checkedArity);
    return arity == null ? "" : arity;
  }

  /** A member, and the sources that it names; none if they are those of its library. */
  private record Member(LibraryMember member, List<Source> sources) {
    Sourced<LibraryMember> in(ImmutableList<Source> having) {
      return new Sourced<>(member, sources.isEmpty() ? having : Source.joined(sources, List.of()));
    }
  }
}
