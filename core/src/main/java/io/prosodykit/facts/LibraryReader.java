package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.data.DataFile;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.SourceRanges;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the catalogue data contain about the members of libraries. */
final class LibraryReader {
  /** The fields of the file, without the format version. */
  static final ImmutableList<String> DOCUMENT =
      ImmutableList.of("releases", "libraries", "objects");

  private static final List<String> LIBRARY = List.of("name", "kind", "arity", "in", "members");
  private static final List<String> LIBRARY_REQUIRED = List.of("name", "kind", "in");
  private static final List<String> OBJECT = List.of("name", "from", "in", "members");
  private static final List<String> OBJECT_REQUIRED = List.of("name", "in", "members");
  private static final List<String> MEMBER = List.of("name", "kind", "arity", "in");
  private static final List<String> MEMBER_REQUIRED = List.of("name", "kind");

  private final ImmutableMap.Builder<String, ServerLibrary> libraries = ImmutableMap.builder();
  private final ImmutableMap.Builder<String, ServerObject> objects = ImmutableMap.builder();
  private final Map<ImmutableList<String>, ImmutableList<Source>> sources = new HashMap<>();
  private LoadedReleases releases = new LoadedReleases(ImmutableList.of(), Knowledge.builtIn());

  static ServerLibraries read() {
    LibraryReader reader = new LibraryReader();
    DataFile.LIBRARY_MEMBERS.read(DOCUMENT, reader::read);
    return new ServerLibraries(
        reader.releases, reader.libraries.buildOrThrow(), reader.objects.buildOrThrow());
  }

  /** Reads one of the fields. */
  void read(String field, JsonInput in) {
    if (field.equals("releases")) {
      releases = new LoadedReleases(sources(in.texts()), Knowledge.builtIn());
      return;
    }
    JsonElements elements = in.elements();
    while (elements.next()) {
      if (field.equals("libraries")) {
        library(in);
      } else {
        object(in);
      }
    }
  }

  private void library(JsonInput in) {
    String name = "";
    LibraryMember.Kind kind = LibraryMember.Kind.TABLE;
    String arity = "";
    ImmutableList<Source> having = ImmutableList.of();
    ImmutableList<Sourced<LibraryMember>> members = ImmutableList.of();
    JsonFields fields = in.object(LIBRARY, LIBRARY_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.text();
        case "kind" -> kind = kind(in);
        case "arity" -> arity = arity(in);
        case "in" -> having = sources(in.texts());
        default -> members = members(in, having);
      }
    }
    libraries.put(
        name, new ServerLibrary(name, kind, arity, new LibraryMembers(releases, having, members)));
  }

  private void object(JsonInput in) {
    String name = "";
    String from = "";
    ImmutableList<Source> having = ImmutableList.of();
    ImmutableList<Sourced<LibraryMember>> members = ImmutableList.of();
    JsonFields fields = in.object(OBJECT, OBJECT_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.text();
        case "from" -> from = in.text();
        case "in" -> having = sources(in.texts());
        default -> members = members(in, having);
      }
    }
    objects.put(name, new ServerObject(name, from, new LibraryMembers(releases, having, members)));
  }

  /** Members that name no sources are in all of the library's. */
  private ImmutableList<Sourced<LibraryMember>> members(
      JsonInput in, ImmutableList<Source> having) {
    ImmutableList.Builder<Sourced<LibraryMember>> members = ImmutableList.builder();
    JsonElements elements = in.elements();
    while (elements.next()) {
      members.add(member(in, having));
    }
    return members.build();
  }

  private Sourced<LibraryMember> member(JsonInput in, ImmutableList<Source> having) {
    String name = "";
    LibraryMember.Kind kind = LibraryMember.Kind.TABLE;
    String arity = "";
    ImmutableList<Source> own = having;
    JsonFields fields = in.object(MEMBER, MEMBER_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.text();
        case "kind" -> kind = kind(in);
        case "arity" -> arity = arity(in);
        default -> own = sources(in.texts());
      }
    }
    return new Sourced<>(new LibraryMember(name, kind, arity), own);
  }

  private static LibraryMember.Kind kind(JsonInput in) {
    LibraryMember.Kind kind = in.parsed(LibraryMember.Kind::parse);
    return kind == null ? LibraryMember.Kind.TABLE : kind;
  }

  private static String arity(JsonInput in) {
    String arity = in.parsed(LibraryMember::checkedArity);
    return arity == null ? "" : arity;
  }

  private ImmutableList<Source> sources(ImmutableList<String> ids) {
    return sources.computeIfAbsent(ids, SourceRanges.builtIn()::read);
  }
}
