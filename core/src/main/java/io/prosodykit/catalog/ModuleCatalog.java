package io.prosodykit.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.prosodykit.changes.ReleaseChanges;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.facts.ServerLayer;
import io.prosodykit.files.ReplacedFile;
import io.prosodykit.json.Json;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.text.ModuleName;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Modules by name, in the order of their source, and what is known about them. The package's
 * description shows the format of catalogue files. {@link #load} and {@link #parse} throw one
 * {@link DocumentException} with everything that is wrong in a document.
 *
 * @since 0.1.0
 */
public final class ModuleCatalog {
  private final CatalogContent content;

  private ModuleCatalog(CatalogContent content) {
    this.content = content;
  }

  /** {@return the guide's 49 modules, which come with this library} */
  public static ModuleCatalog reference() {
    return BundledCatalogs.reference();
  }

  /**
   * {@return every module that Prosody or its community is known to have had: the guide's first, in
   * its order, then the others by name, with a layer by {@link LayerRule} or review} Their
   * stability is {@link Stability#OFFICIAL} if Prosody ever shipped them, else what its README
   * says.
   */
  public static ModuleCatalog complete() {
    return BundledCatalogs.complete();
  }

  /**
   * {@return a catalogue of entries, with the knowledge that comes with this library}
   *
   * @param entries the entries, in the order to keep
   * @throws IllegalArgumentException if two have the same name
   */
  public static ModuleCatalog of(Iterable<ModuleEntry> entries) {
    return of(entries, ServerFacts.reference());
  }

  /**
   * {@return a catalogue of entries}
   *
   * @param entries the entries, in the order to keep
   * @param knowledge what is known about modules of their names, and about Prosody's releases
   * @throws IllegalArgumentException if two have the same name
   */
  public static ModuleCatalog of(Iterable<ModuleEntry> entries, Knowledge knowledge) {
    return of(entries, ServerFacts.of(knowledge, ServerLayer.builder().build()));
  }

  /**
   * {@return a catalogue of entries}
   *
   * @param entries the entries, in the order to keep
   * @param server what is known about the server, about modules of their names, and about Prosody's
   *     releases
   * @throws IllegalArgumentException if two have the same name
   */
  public static ModuleCatalog of(Iterable<ModuleEntry> entries, ServerFacts server) {
    return new ModuleCatalog(CatalogContent.of(entries, server));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ModuleCatalog of(Map<String, Object> document) {
    return parse(Json.write(document));
  }

  /**
   * {@return the catalogue in a file}
   *
   * @param file a regular file in UTF-8 of at most 64 MiB
   * @throws IOException if the file cannot be read, is larger, or is not a regular file
   */
  public static ModuleCatalog load(Path file) throws IOException {
    return CatalogReader.load(file).as(ModuleCatalog::of);
  }

  /**
   * {@return the catalogue in a text}
   *
   * @param json the text, at most 64 Mi UTF-16 units
   */
  public static ModuleCatalog parse(String json) {
    return CatalogReader.read("catalogue", json).as(ModuleCatalog::of);
  }

  /**
   * {@return the catalogue in bytes of UTF-8}
   *
   * @param source what messages call it
   * @param json the bytes, at most 64 MiB
   */
  public static ModuleCatalog parse(String source, byte[] json) {
    return CatalogReader.read(source, json).as(ModuleCatalog::of);
  }

  @JsonValue
  Map<String, Object> document() {
    return CatalogWriter.document(modules(), server());
  }

  /** {@return all modules, in the order of the source} */
  public ImmutableList<ModuleEntry> modules() {
    return content.modules();
  }

  /**
   * {@return a module; empty if this catalogue does not have it}
   *
   * @param name its name, with or without {@code mod_}
   */
  public Optional<ModuleEntry> find(String name) {
    return content.find(name);
  }

  /**
   * {@return a module}
   *
   * @param name its name, with or without {@code mod_}
   * @throws UnknownModuleException if this catalogue does not have it, with the nearest names
   */
  public ModuleEntry get(String name) {
    return find(name).orElseThrow(() -> content.suggestion(name).unknownModule());
  }

  /** {@return what is known about modules and about Prosody's releases} */
  public Knowledge knowledge() {
    return server().knowledge();
  }

  /** {@return what is known about the server that the modules run in, whatever the modules} */
  public ServerFacts server() {
    return content.server();
  }

  FactIndex index() {
    return content.index();
  }

  /** {@return a query, which selects every module until it is narrowed} */
  public ModuleQuery query() {
    return ModuleQuery.all(this);
  }

  /**
   * {@return whether a module works on a version} The result says what is unknown.
   *
   * @param name the module's name, with or without {@code mod_}
   * @param version a release, a branch or trunk
   */
  public Compatibility compatibility(String name, ProsodyVersion version) {
    return CompatibilityEvaluator.evaluate(content, name, version);
  }

  /**
   * {@return whether a module works on each branch that a range reaches into, the oldest first; at
   * least one}
   *
   * @param name the module's name, with or without {@code mod_}
   * @param versions for example {@code [0.12,13.0]}
   * @throws IllegalArgumentException if a part of the range reaches into no branch on record
   */
  public ImmutableList<Compatibility> compatibility(String name, VersionRange versions) {
    return knowledge().targets(versions).stream()
        .map(branch -> compatibility(name, branch))
        .collect(toImmutableList());
  }

  /**
   * {@return all that a module loads, according to its catalogue or the newest source on record}
   *
   * @param name its name, with or without {@code mod_}
   * @throws UnknownModuleException if this catalogue does not have it, with the nearest names
   */
  public Requirements requirements(String name) {
    return DependencyWalk.of(
        get(name).name(), Dependencies.now(this), content.entries()::containsKey);
  }

  /**
   * {@return all that a module loads on a version; nothing if no source from that time has it, and
   * {@linkplain Requirements#unknown unknown} if nothing is recorded about the version}
   *
   * @param name its name, with or without {@code mod_}
   * @param version a release, a branch or trunk
   * @throws UnknownModuleException if this catalogue does not have it, with the nearest names
   */
  public Requirements requirements(String name, ProsodyVersion version) {
    return Dependencies.requirements(this, get(name), version);
  }

  /**
   * {@return modules and all that they load on a version, each after what it needs}
   *
   * @param names their names, with or without {@code mod_}
   * @param version a release, a branch or trunk
   */
  public ImmutableSet<String> loading(Iterable<String> names, ProsodyVersion version) {
    return DependencyWalk.closure(
        Iterables.transform(names, ModuleName::withoutPrefix), Dependencies.on(this, version));
  }

  /**
   * {@return what changes in the server and for all modules of this catalogue}
   *
   * @param from a release, a branch or trunk
   * @param to another one, usually a later one
   * @throws IllegalArgumentException if nothing is recorded about one of the versions
   */
  public ReleaseChanges changes(ProsodyVersion from, ProsodyVersion to) {
    return changes(from, to, content.entries().keySet());
  }

  /**
   * {@return what changes from one version of Prosody to another, in the server and for modules}
   *
   * @param from a release, a branch or trunk
   * @param to another one, usually a later one
   * @param modules their names, with or without {@code mod_}; unknown ones are listed
   * @throws IllegalArgumentException if nothing is recorded about one of the versions
   */
  public ReleaseChanges changes(ProsodyVersion from, ProsodyVersion to, Iterable<String> modules) {
    return ReleaseChanges.between(server(), from, to, modules);
  }

  /**
   * {@return how another catalogue differs from this one}
   *
   * @param other for example a later edition
   */
  public CatalogDiff diff(ModuleCatalog other) {
    return CatalogDiff.between(content.entries(), other.content.entries());
  }

  /**
   * {@return this catalogue with another one merged into it: the other's entries replace those of
   * the same name in place, and its remaining entries are appended; what both know is {@linkplain
   * Knowledge#overlaidWith joined}}
   *
   * @param overlay the catalogue that takes precedence
   */
  public ModuleCatalog overlaidWith(ModuleCatalog overlay) {
    return new ModuleCatalog(content.overlaidWith(overlay.content));
  }

  /** {@return this catalogue in its file format, which {@link #parse} reads back equal} */
  public String toJson() {
    return CatalogWriter.catalog(modules(), server());
  }

  /**
   * Writes this catalogue into a file, which is replaced atomically.
   *
   * @param file in an existing folder
   * @throws IOException if it cannot be written; the file is then unchanged
   */
  public void write(Path file) throws IOException {
    ReplacedFile.write(toJson(), file);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ModuleCatalog that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return "catalogue of " + modules().size() + " modules";
  }
}
