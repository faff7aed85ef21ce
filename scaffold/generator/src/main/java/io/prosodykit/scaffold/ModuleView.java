package io.prosodykit.scaffold;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.xml.XmlEscapers;
import io.prosodykit.lua.LuaText;
import io.prosodykit.scaffold.template.Fragment;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names that templates may use. Plain strings are the user's text; everything else is a {@link
 * Fragment} made of checked values.
 */
final class ModuleView {
  /** A line end is matched as a whole, so that CRLF is not two of them. */
  private static final Pattern BLANK_LINE = Pattern.compile("(?>\\R)\\s*\\R");

  private final ModuleSpec spec;

  ModuleView(ModuleSpec spec) {
    this.spec = spec;
  }

  ImmutableMap<String, Object> names() {
    ImmutableMap.Builder<String, Object> names = ImmutableMap.builder();
    String name = spec.name();
    names.put("name", new Fragment(name));
    String shortName = name.substring(spec.recipe().prefix().length());
    names.put("shortName", new Fragment(shortName));
    // host names must not contain underscores (RFC 1123, section 2.1)
    names.put("hostName", new Fragment(CharMatcher.is('_').trimAndCollapseFrom(shortName, '-')));
    names.put("capitalName", new Fragment(Ascii.toUpperCase(name.charAt(0)) + name.substring(1)));
    names.put("summary", spec.summary());
    names.put("summaryComment", new Fragment(LuaText.comment(spec.summary())));
    names.put("hasDescription", !SpecValidation.blank(spec.description()));
    names.put("description", spec.description());
    names.put("paragraphs", paragraphs());
    names.put("hasAuthor", !SpecValidation.blank(spec.author()));
    names.put("author", spec.author());
    names.put("version", spec.version());
    names.put("versionNumber", new Fragment(spec.version()));
    names.put("stability", new Fragment(spec.stability().id()));
    names.put("stage", new Fragment(stage()));
    names.put("configPath", new Fragment(ScaffoldFile.CONFIG.path(spec)));
    names.put("global", spec.recipe().global());
    putSpecifications(names);
    putTargets(names);
    putOptions(names);
    new PartsView(spec).put(names);
    spec.namespace().ifPresent(namespace -> putNamespace(names, namespace));
    return names.buildOrThrow();
  }

  private List<Map<String, String>> paragraphs() {
    return BLANK_LINE
        .splitAsStream(spec.description())
        .filter(paragraph -> !SpecValidation.blank(paragraph))
        .map(paragraph -> Map.of("paragraph", paragraph))
        .toList();
  }

  /** The labels of modules.prosody.im. */
  private String stage() {
    return switch (spec.stability()) {
      case CORE, OFFICIAL, STABLE -> "Stage-Stable";
      case BETA -> "Stage-Beta";
      case ALPHA -> "Stage-Alpha";
    };
  }

  private void putSpecifications(ImmutableMap.Builder<String, Object> names) {
    names.put("hasSpecifications", !spec.specifications().isEmpty());
    names.put(
        "specifications", spec.specifications().stream().map(ModuleView::specification).toList());
  }

  private static Map<String, Object> specification(SpecRef specification) {
    String title = specification + specification.title().map(words -> ": " + words).orElse("");
    return Map.of(
        "specification",
        title,
        "specificationComment",
        new Fragment(LuaText.comment(title)),
        "address",
        new Fragment(specification.documentation().toASCIIString()));
  }

  private void putTargets(ImmutableMap.Builder<String, Object> names) {
    ImmutableList<ProsodyVersion> branches = spec.targets().branches();
    names.put("releases", branches.stream().map(ModuleView::release).toList());
    names.put(
        "releaseList",
        new Fragment(
            String.join(
                ", ", branches.stream().map(branch -> LuaText.quote(branch.toString())).toList())));
    boolean floor13 = floor13();
    boolean only11 = branches.get(branches.size() - 1).compareTo(ProsodyVersion.V0_11) <= 0;
    names.put("floor13", floor13);
    for (ProsodyVersion branch :
        ImmutableList.of(ProsodyVersion.V0_11, ProsodyVersion.V0_12, ProsodyVersion.V13_0)) {
      names.put("on" + branch.toString().replace(".", ""), branches.contains(branch));
    }
    names.put(
        "releaseRemarks",
        spec.recipe().remarks().entrySet().stream()
            .filter(remark -> branches.contains(remark.getKey()))
            .map(
                remark ->
                    Map.of(
                        "remarkRelease",
                        new Fragment(remark.getKey().toString()),
                        "remark",
                        remark.getValue()))
            .toList());
    names.put("floor12", !branches.contains(ProsodyVersion.V0_11));
    names.put("only11", only11);
    names.put("lib", new Fragment(floor13 ? "prosody." : ""));
    names.put("spans13", !floor13 && branches.contains(ProsodyVersion.V13_0));
    names.put("stanzaLibrary", floor13 ? "prosody.util.stanza" : "util.stanza");
    names.put(
        "luaVersions",
        new Fragment((floor13 ? ">= 5.2" : ">= 5.1") + (only11 ? ", < 5.3" : ", < 5.5")));
  }

  /** {@return whether Prosody 13.0 is the oldest release that the module targets} */
  private boolean floor13() {
    return spec.targets().branches().get(0).compareTo(ProsodyVersion.V13_0) >= 0;
  }

  private static Map<String, Fragment> release(ProsodyVersion branch) {
    return Map.of(
        "release", new Fragment(Strings.padEnd(branch.toString(), "Prosody".length(), ' ')));
  }

  private void putOptions(ImmutableMap.Builder<String, Object> names) {
    boolean floor13 = floor13();
    List<OptionView> options =
        spec.options().stream().map(option -> new OptionView(option, floor13)).toList();
    names.put("hasOptions", !options.isEmpty());
    names.put(
        "described",
        spec.options().stream().anyMatch(option -> !SpecValidation.blank(option.description())));
    names.put("options", options.stream().map(OptionView::names).toList());
    names.put(
        "reply",
        options.stream().filter(OptionView::fitsXml).limit(1).map(OptionView::replyNames).toList());
  }

  private static void putNamespace(ImmutableMap.Builder<String, Object> names, String namespace) {
    names.put("namespace", namespace);
    names.put("namespaceShown", new Fragment("`" + namespace + "`"));
    names.put("namespaceXml", new Fragment(XmlEscapers.xmlAttributeEscaper().escape(namespace)));
  }
}
