package io.prosodykit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.LibraryMember.Kind;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What is known about the members of Prosody's own libraries. */
final class ServerLibrariesTest {
  private static final ServerLibraries LIBRARIES = ServerFacts.reference().libraries();

  private static LibraryMembers members(String owner) {
    return LIBRARIES
        .find(owner)
        .map(ServerLibrary::members)
        .or(() -> LIBRARIES.findObject(owner).map(ServerObject::members))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "util.jid, bare, 0.11, function/1",
    "util.jid, prep, 0.11.14, function/1",
    "util.jid, prep, 0.12.0, function/2",
    "prosody.util.jid, prep, trunk, function/2",
    "util.encodings, base64.encode, 13.0, function",
    "util.poll, ENOENT, 13.0.7, number",
    "util.random, _source, 0.12, string",
    "core.features, available, 0.12, callable/2",
    "net.server, event, 0.11, ''",
    "net.server, event, 0.12, table",
    "util.hashes, sha3_256, 0.12.5, ''",
    "util.hashes, sha3_256, 13.0.0, function",
    "util.jid, bare, 0.10, ''",
    "stanza, tag, 0.11, function/4",
    "stanza, add_error, 0.12, ''",
    "stanza, add_error, 13.0, function/5",
    "session, full_jid, 0.11, string",
    "session, stanza_size_limit, 13.0.1, ''",
    "session, stanza_size_limit, 13.0.2, ''",
    "session, stanza_size_limit, 13.0.7, number",
    "connection, write, 13.0, function/2",
    "array, push, 13.0, function/2",
  })
  void knowsMembers(String owner, String member, String version, String signature) {
    assertThat(members(owner).find(member, ProsodyVersion.parse(version)))
        .map(LibraryMember::signature)
        .isEqualTo(Optional.of(signature).filter(text -> !text.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, ''",
    "0.10.3, ''",
    "0.11, 0.11.9",
    "0.11.0, 0.11.9",
    "0.12.5, 0.12.3",
    "13.0.0, 13.0.1",
    "13.0.5, 13.0.1",
    "13.0.6, 13.0.6",
    "13.0, 13.0.6",
    "trunk, 13.0.6",
  })
  void aReleaseStandsForItsNeighbours(String version, String release) {
    assertThat(LIBRARIES.release(ProsodyVersion.parse(version)).map(Source::id).orElse(""))
        .isEqualTo(release);
  }

  @Test
  void knowsWhichVersionsHaveALibrary() {
    assertThat(members("util.vcard").holdsOn(ProsodyVersion.V0_11)).isTrue();
    assertThat(members("util.vcard").holdsOn(ProsodyVersion.V13_0)).isFalse();
    assertThat(members("util.vcard").on(ProsodyVersion.V13_0)).isEmpty();
    assertThat(members("util.vcard").holdsOn(ProsodyVersion.V0_10)).isFalse();
    assertThat(members("smqueue").holdsOn(ProsodyVersion.V0_11)).isFalse();
    assertThat(LIBRARIES.find("util.jid").orElseThrow().kind()).isEqualTo(Kind.TABLE);
    assertThat(LIBRARIES.find("util.array").orElseThrow().kind()).isEqualTo(Kind.CALLABLE);
    assertThat(LIBRARIES.find("util.nowhere")).isEmpty();
    assertThat(LIBRARIES.findObject("nothing")).isEmpty();
    assertThat(LIBRARIES.findObject("stanza").orElseThrow().from()).isEqualTo("util.stanza.stanza");
  }

  /** The module API of the started servers is that of the releases. */
  @Test
  void agreesWithTheFunctionsAndLibrariesOfTheReleases() {
    List<Sourced<String>> libraries = Knowledge.builtIn().libraries();
    for (Source source : LIBRARIES.releases()) {
      assertThat(members("core.moduleapi").on(source.version()))
          .extracting(LibraryMember::name)
          .filteredOn(name -> !ServerFacts.reference().moduleApi().isExtra(name))
          .containsExactlyElementsOf(
              Knowledge.builtIn().functions().stream()
                  .filter(function -> function.sources().contains(source))
                  .map(Sourced::value)
                  .toList());
      assertThat(libraries)
          .filteredOn(library -> library.sources().contains(source))
          .extracting(Sourced::value)
          .containsAll(
              LIBRARIES.all().values().stream()
                  .filter(library -> library.members().sources().contains(source))
                  .map(ServerLibrary::name)
                  .toList());
    }
  }

  @Test
  void namesAreSortedAndOneOfARelease() {
    assertThat(List.copyOf(LIBRARIES.all().keySet())).isSorted().hasSizeGreaterThan(130);
    assertThat(List.copyOf(LIBRARIES.objects().keySet())).isSorted().hasSizeGreaterThan(15);
    for (String owner : LIBRARIES.all().keySet()) {
      for (Source source : LIBRARIES.releases()) {
        assertThat(members(owner).on(source.version()))
            .extracting(LibraryMember::name)
            .as("%s in %s", owner, source)
            .isSorted()
            .doesNotHaveDuplicates();
      }
      assertThat(members(owner).all())
          .allMatch(member -> members(owner).sources().containsAll(member.sources()));
    }
  }

  @Test
  void isWrittenByAnyMapper() throws JsonProcessingException {
    ServerLibrary argparse = LIBRARIES.find("util.argparse").orElseThrow();
    String json =
        "{'name':'util.argparse','kind':'table','arity':'','members':{'sources':['0.12.3','13.0.1',"
            + "'13.0.6'],'all':[{'value':{'name':'parse','kind':'function','arity':'2'},"
            + "'sources':['0.12.3','13.0.1..13.0.6']}]}}";

    assertThat(new ObjectMapper().writeValueAsString(argparse)).isEqualTo(json.replace('\'', '"'));
    JsonMapper jackson3 = JsonMapper.builder().build();
    assertThat(jackson3.readTree(jackson3.writeValueAsString(argparse)))
        .isEqualTo(jackson3.readTree(json.replace('\'', '"')));
  }

  @Test
  void refusesWhatIsNoArity() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LibraryMember("bare", Kind.FUNCTION, "many"))
        .withMessage("not an arity: \"many\"; write for example 2 or 2+");
  }

  /** So that a loss shows. */
  @Test
  void noMemberIsLost() {
    assertThat(LIBRARIES.releases().stream().map(ServerLibrariesTest::count))
        .containsExactly(
            "0.11.9: 647 of libraries, 240 of objects",
            "0.12.3: 787 of libraries, 307 of objects",
            "13.0.1: 916 of libraries, 321 of objects",
            "13.0.6: 916 of libraries, 322 of objects");
  }

  private static String count(Source source) {
    return source.id()
        + ": "
        + LIBRARIES.all().values().stream()
            .mapToInt(library -> library.members().on(source.version()).size())
            .sum()
        + " of libraries, "
        + LIBRARIES.objects().values().stream()
            .mapToInt(object -> object.members().on(source.version()).size())
            .sum()
        + " of objects";
  }
}
