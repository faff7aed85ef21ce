package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.changes.ApiChange;
import io.prosodykit.changes.EventChange;
import io.prosodykit.changes.LuaChange;
import io.prosodykit.changes.MemberChange;
import io.prosodykit.changes.ModuleChange;
import io.prosodykit.changes.OptionChange;
import io.prosodykit.changes.ReleaseChanges;
import io.prosodykit.changes.ReleaseSupport;
import io.prosodykit.changes.RuleChange;
import io.prosodykit.evidence.Advisory;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.SampleEvidence;
import io.prosodykit.evidence.Source;
import io.prosodykit.facts.FiredEvent;
import io.prosodykit.facts.LibraryMember;
import io.prosodykit.facts.Rock;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.Xep;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes and reads this library's types with a mapper that a user creates, without any setup. The
 * build runs this class with the oldest Jackson 2 that works, too.
 *
 * <p>In the documents below, {@code '} stands for a quotation mark.
 */
final class DatabindTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ModuleCatalog CATALOG = ModuleCatalog.reference();
  private static final String SMACKS =
      "{'name':'smacks','layer':'05-services','stability':'core','purpose':'Stream management',"
          + "'specifications':['XEP-0198','RFC 6120']}";

  static Stream<Arguments> shapes() {
    ModuleEntry smacks =
        ModuleEntry.builder("smacks", Layer.SERVICES, Stability.CORE, "Stream management")
            .addSpecification(XepRef.of(198))
            .addSpecification(RfcRef.of(6120))
            .build();
    return Stream.of(
        Arguments.of(Layer.STREAM, Layer.class, "'02-stream'"),
        Arguments.of(Stability.BETA, Stability.class, "'beta'"),
        Arguments.of(XepRef.of(1), XepRef.class, "'XEP-0001'"),
        Arguments.of(RfcRef.of(6120), RfcRef.class, "'RFC 6120'"),
        Arguments.of(XepRef.of(198), SpecRef.class, "'XEP-0198'"),
        Arguments.of(RfcRef.of(1), SpecRef.class, "'RFC 1'"),
        Arguments.of(ProsodyVersion.parse("0.12.3"), ProsodyVersion.class, "'0.12.3'"),
        Arguments.of(ProsodyVersion.parse("0.13"), ProsodyVersion.class, "'13.0'"),
        Arguments.of(ProsodyVersion.TRUNK, ProsodyVersion.class, "'trunk'"),
        Arguments.of(
            VersionRange.parse("0.11,0.12,[13.0.2,)"),
            VersionRange.class,
            "'[0.11,0.12],[13.0.2,)'"),
        Arguments.of(smacks, ModuleEntry.class, SMACKS),
        Arguments.of(
            ModuleCatalog.of(List.of(smacks)),
            ModuleCatalog.class,
            "{'formatVersion':1,'modules':[" + SMACKS + "]}"),
        Arguments.of(
            new Compatibility(
                "smacks",
                ProsodyVersion.V0_12,
                Compatibility.Verdict.INCOMPATIBLE,
                Compatibility.Verdict.INCOMPATIBLE,
                Compatibility.Verdict.COMPATIBLE,
                Presence.COMMUNITY,
                ImmutableList.of("policy: no", "evidence: no")),
            Compatibility.class,
            "{'module':'smacks','version':'0.12','verdict':'incompatible','policy':'incompatible',"
                + "'evidence':'compatible','presence':'community','reasons':['policy: no','evidence: no']}"),
        Arguments.of(
            SampleEvidence.WITH_EVERYTHING,
            Evidence.class,
            "{'module':'smacks','ships':['0.12','13.0'],'community':['2021-01'],"
                + "'stage':'stable','folder':'mod_other','absorbed':'0.12',"
                + "'succession':{'module':'other','since':'13.0'},'knownAs':'sasl2_smacks',"
                + "'dependencies':[{'value':{'module':'track','kind':'soft'},'sources':['0.12.3..0.12.4']}],"
                + "'options':[{'value':{'name':'smacks_max','type':'integer','default':'5'},"
                + "'sources':['0.12.3..0.12.4']}],"
                + "'provides':[{'value':'http','sources':['0.12.3..0.12.4']}],"
                + "'specifications':[{'value':'XEP-0198','sources':['0.12.3..0.12.4']}],"
                + "'libraries':[{'value':'util.stanza','sources':['0.12.3..0.12.4']}],"
                + "'behaviour':{'events':[{'value':{'name':'message/host','by':'hook_global'},"
                + "'sources':['0.12.3..0.12.4']}],"
                + "'fires':[{'value':'smacks-hibernation-start','sources':['0.12.3..0.12.4']}],"
                + "'features':[{'value':'urn:xmpp:sm:3','sources':['0.12.3..0.12.4']}],"
                + "'hints':[{'value':{'key':'conflicts','values':['mod_other']},"
                + "'sources':['0.12.3..0.12.4']}],"
                + "'items':[{'value':{'name':'sql','type':'storage'},'sources':['0.12.3..0.12.4']}],"
                + "'scopes':[{'value':'shared','sources':['0.12.3..0.12.4']}]}}"),
        Arguments.of(
            new ReferenceGuide.Policy(
                VersionRange.parse("0.13.x"),
                "0.13.x",
                "Core only",
                ImmutableSet.of(Stability.CORE, Stability.OFFICIAL),
                true),
            ReferenceGuide.Policy.class,
            "{'versions':'13.0.x','written':'0.13.x','statement':'Core only',"
                + "'stabilities':['core','official'],'shippedOnly':true}"),
        Arguments.of(
            Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_BETA", "off")),
            Enablement.class,
            "{'PROSODY_ENABLE_CORE':'true','PROSODY_ENABLE_OFFICIAL':'true',"
                + "'PROSODY_ENABLE_STABLE':'true','PROSODY_ENABLE_BETA':'false',"
                + "'PROSODY_ENABLE_ALPHA':'false'}"),
        Arguments.of(
            ModuleCatalog.of(List.of(smacks, other("old", Stability.BETA)))
                .diff(ModuleCatalog.of(List.of(smacks.toBuilder().addDependency("new").build()))),
            CatalogDiff.class,
            "{'added':[],'removed':[{'name':'old','layer':'02-stream','stability':'beta',"
                + "'purpose':'Other','specifications':[]}],'changed':[{'before':"
                + SMACKS
                + ",'after':"
                + SMACKS.replace("]}", "],'dependencies':['new']}")
                + ",'fields':['dependencies']}]}"),
        Arguments.of(
            new ReleaseChanges(
                ProsodyVersion.V0_12,
                ProsodyVersion.V13_0,
                ImmutableList.of(Source.parse("0.12.3")),
                ImmutableList.of(Source.parse("13.0.1")),
                new ReleaseSupport("", ImmutableList.of()),
                new ReleaseSupport(
                    "2027-01",
                    ImmutableList.of(
                        new Advisory(
                            "https://example.org",
                            ImmutableList.of("CVE-1"),
                            VersionRange.parse("[13.0,13.0.5)"),
                            ProsodyVersion.parse("13.0.5")))),
                ImmutableList.of(
                    new ModuleChange(
                        "gone",
                        ModuleChange.Kind.HANDED_OVER,
                        Presence.SHIPPED,
                        Presence.COMMUNITY,
                        "other",
                        "13.0 refuses to load it",
                        ImmutableList.of(Source.parse("13.0.1")))),
                ImmutableList.of(
                    new OptionChange(
                        "smacks",
                        "smacks_max",
                        SampleEvidence.WITH_EVERYTHING.options(),
                        ImmutableList.of(),
                        true)),
                ImmutableList.of(
                    new RuleChange(
                        "muc",
                        ApiChange.Kind.ADDED,
                        "needs the option x",
                        ImmutableList.of(Source.parse("13.0.1")))),
                ImmutableList.of(
                    new ApiChange("once", ApiChange.Kind.ADDED, "", ImmutableList.of())),
                ImmutableList.of(
                    new ApiChange("util.x", ApiChange.Kind.GONE, "use y", ImmutableList.of())),
                ImmutableList.of(
                    new MemberChange(
                        "util.jid",
                        "prep",
                        MemberChange.Kind.CHANGED,
                        "function/1",
                        "function/2",
                        ImmutableList.of(Source.parse("0.12.3"), Source.parse("13.0.1")))),
                ImmutableList.of(
                    new EventChange(
                        "user-enabled",
                        ApiChange.Kind.ADDED,
                        ImmutableList.of("core.usermanager"),
                        ImmutableList.of())),
                new LuaChange(ImmutableList.of("5.1"), ImmutableList.of("5.4")),
                ImmutableList.of("ours")),
            ReleaseChanges.class,
            "{'from':'0.12','to':'13.0','fromSources':['0.12.3'],'toSources':['13.0.1'],"
                + "'fromSupport':{'until':'','advisories':[]},'toSupport':{'until':'2027-01',"
                + "'advisories':[{'url':'https://example.org','cves':['CVE-1'],"
                + "'affected':'[13.0,13.0.4]','fixedIn':'13.0.5'}]},"
                + "'modules':[{'module':'gone','kind':'handed-over','before':'shipped',"
                + "'after':'community','successor':'other','refusal':'13.0 refuses to load it','sources':['13.0.1']}],"
                + "'options':[{'module':'smacks','option':'smacks_max','kinds':['moved'],"
                + "'before':[{'value':{'name':'smacks_max','type':'integer','default':'5'},"
                + "'sources':['0.12.3..0.12.4']}],'after':[],'core':true}],"
                + "'rules':[{'module':'muc','kind':'added','rule':'needs the option x','sources':['13.0.1']}],"
                + "'functions':[{'name':'once','kind':'added','replacement':'','sources':[]}],"
                + "'libraries':[{'name':'util.x','kind':'gone','replacement':'use y','sources':[]}],"
                + "'members':[{'owner':'util.jid','member':'prep','kind':'changed',"
                + "'before':'function/1','after':'function/2','sources':['0.12.3','13.0.1']}],"
                + "'events':[{'event':'user-enabled','kind':'added','by':['core.usermanager'],"
                + "'sources':[]}],"
                + "'lua':{'before':['5.1'],'after':['5.4']},'unknown':['ours']}"),
        Arguments.of(
            new LibraryMember("prep", LibraryMember.Kind.FUNCTION, "1+"),
            LibraryMember.class,
            "{'name':'prep','kind':'function','arity':'1+'}"),
        Arguments.of(
            CATALOG.server().rocks().find("lualdap").orElseThrow(),
            Rock.class,
            "{'library':'lualdap','rock':'lualdap','debian':['lua-ldap'],'optionalFor':[],'comesWith':''}"),
        Arguments.of(
            CATALOG.server().events().firing("user-enabled").get(0),
            FiredEvent.class,
            "{'name':'user-enabled','by':'core.usermanager','versions':'[13.0,)'}"),
        Arguments.of(
            new Xep(XepRef.of(198), "Stream Management", "Stable", "Standards Track"),
            Xep.class,
            "{'ref':'XEP-0198','title':'Stream Management','status':'Stable',"
                + "'type':'Standards Track'}"));
  }

  private static ModuleEntry other(String name, Stability stability) {
    return ModuleEntry.builder(name, Layer.STREAM, stability, "Other").build();
  }

  static Stream<Arguments> documents() {
    ReleaseChanges changes =
        ModuleCatalog.complete().changes(ProsodyVersion.V0_11, ProsodyVersion.V13_0);
    CatalogDiff diff = CATALOG.diff(ModuleCatalog.complete());
    return Stream.of(Arguments.of(changes, changes.toJson()), Arguments.of(diff, diff.toJson()));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void writesWhatTheLibraryWrites(Object value, String document) throws JsonProcessingException {
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(value)))
        .isEqualTo(MAPPER.readTree(document));
    assertThat(MAPPER.readValue(document, value.getClass())).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void writesTheDocumentedShapeAndReadsItBack(Object value, Class<?> type, String shape)
      throws JsonProcessingException {
    String json = MAPPER.writeValueAsString(value);

    assertThat(json).isEqualTo(quoted(shape));
    assertThat(MAPPER.readValue(json, type)).isEqualTo(value);
  }

  @Test
  void writesACatalogueThatTheLibraryReadsAndReadsWhatItWrites() throws JsonProcessingException {
    assertThat(ModuleCatalog.parse(MAPPER.writeValueAsString(CATALOG))).isEqualTo(CATALOG);
    assertThat(MAPPER.readValue(CATALOG.toJson(), ModuleCatalog.class)).isEqualTo(CATALOG);
  }

  @Test
  void readsBackAllShippedData() throws JsonProcessingException {
    for (ModuleEntry entry : CATALOG.modules()) {
      assertRoundTrip(entry, ModuleEntry.class);
      assertRoundTrip(entry.evidence().orElseThrow(), Evidence.class);
      for (Compatibility result : Compatibility.onEveryBranch(entry)) {
        assertRoundTrip(result, Compatibility.class);
      }
    }
    for (ReferenceGuide.Policy policy : ReferenceGuide.reference().policies()) {
      assertRoundTrip(policy, ReferenceGuide.Policy.class);
    }
    for (Xep xep : Xep.registry().values()) {
      assertRoundTrip(xep, Xep.class);
    }
  }

  @Test
  void readsBackEveryConstant() throws JsonProcessingException {
    for (Class<? extends Enum<?>> type :
        List.of(
            Layer.class,
            Stability.class,
            Compatibility.Verdict.class,
            Compatibility.Basis.class,
            EntryChange.Field.class,
            ModuleChange.Kind.class,
            ApiChange.Kind.class,
            MemberChange.Kind.class,
            LibraryMember.Kind.class,
            Presence.class)) {
      for (Enum<?> constant : type.getEnumConstants()) {
        assertThat(MAPPER.writeValueAsString(constant)).isEqualTo('"' + constant.toString() + '"');
        assertRoundTrip(constant, type);
      }
    }
  }

  @Test
  void usesLayersAndStabilitiesAsKeys() throws JsonProcessingException {
    Map<Layer, Stability> map = ImmutableMap.of(Layer.STREAM, Stability.BETA);

    String json = MAPPER.writeValueAsString(map);

    assertThat(json).isEqualTo(quoted("{'02-stream':'beta'}"));
    assertThat(MAPPER.readValue(json, new TypeReference<Map<Layer, Stability>>() {}))
        .isEqualTo(map);
  }

  @Test
  void readsAModuleWithoutSpecifications() throws JsonProcessingException {
    String json = quoted(SMACKS.replace(",'specifications':['XEP-0198','RFC 6120']", ""));

    assertThat(MAPPER.readValue(json, ModuleEntry.class).specifications()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void refusesMissingRequiredFields(Object value, Class<?> type, String shape)
      throws JsonProcessingException {
    Iterator<String> fields = MAPPER.readTree(quoted(shape)).fieldNames();
    while (fields.hasNext() && type != Enablement.class) {
      String field = fields.next();
      ObjectNode lacking = MAPPER.valueToTree(value);
      lacking.remove(field);
      boolean optional =
          type == Evidence.class
              ? ImmutableSet.of("stage", "folder", "absorbed", "succession", "knownAs")
                  .contains(field)
              : field.equals("specifications");
      if (!optional) {
        assertRefused(lacking.toString(), type, field);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "catalog.Layer|'2-stream'|a layer with a similar name exists: \"02-stream\"",
        "catalog.Stability|'gamma'|choose from core, official",
        "specification.SpecRef|'BCP 14'|write XEP-0198 or RFC 6120",
        "specification.XepRef|'XEP-0'|from 1 to 9999",
        "specification.RfcRef|'RFC 0'|from 1 to 99999",
        "version.ProsodyVersion|'0.14'|after 0.12 comes 13.0",
        "version.VersionRange|'[0.12'|has no closing bracket",
        "catalog.Enablement|{'PROSODY_ENABLE_CORE':'off'}|core modules are always on",
        "evidence.Source|'1999-01'|there is no source",
        "catalog.Compatibility|{'module':'x','version':null,'verdict':'unknown','policy':'unknown','evidence':'unknown',"
            + "'presence':'absent','reasons':[]}|version",
        "catalog.ModuleCatalog|{'formatVersion':2,'modules':[]}|the format version is not 1",
      })
  void refusesABadValueWithItsReason(String type, String json, String reason)
      throws ClassNotFoundException {
    assertRefused(quoted(json), Class.forName("io.prosodykit." + type), reason);
  }

  private static void assertRefused(String json, Class<?> type, String reason) {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> MAPPER.readValue(json, type))
        .withMessageContaining(reason);
  }

  private static void assertRoundTrip(Object value, Class<?> type) throws JsonProcessingException {
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(value), type)).isEqualTo(value);
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
