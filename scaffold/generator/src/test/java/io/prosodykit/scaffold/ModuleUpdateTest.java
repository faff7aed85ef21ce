package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.prosodykit.scaffold.FileUpdate.Kind;
import io.prosodykit.testing.Tree;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleUpdateTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // each test writes one
  private Path module;

  static Set<String> names() {
    return Examples.all().keySet();
  }

  private void write(ModuleSpec spec) throws IOException {
    Scaffold.of(spec).writeTo(folder, OnConflict.FAIL);
    module = folder.resolve("mod_" + spec.name());
  }

  private ModuleUpdate update(UnaryOperator<ModuleSpecBuilder> change) throws IOException {
    return ModuleUpdate.of(module, change, TemplateSet.builtIn());
  }

  private static UnaryOperator<ModuleSpecBuilder> targets(String targets) {
    return spec -> spec.targets(VersionRange.parse(targets));
  }

  private static Map<String, Kind> changes(ModuleUpdate update) {
    return update.files().stream()
        .filter(file -> file.kind() != Kind.UNCHANGED)
        .collect(Collectors.toMap(FileUpdate::path, FileUpdate::kind));
  }

  private void edit(String path, String from, String to) throws IOException {
    Path file = module.resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @ParameterizedTest
  @MethodSource("names")
  void changesNothingIfNothingIsNew(String name) throws IOException {
    ModuleSpec example = Examples.named(name);
    write(example);

    ModuleUpdate update = update(spec -> spec);

    assertThat(update.spec()).isEqualTo(example);
    assertThat(changes(update)).isEmpty();
    assertThat(update.difference()).isEmpty();
    assertThat(update.write().written()).isEmpty();
  }

  @Test
  void replacesUnchangedFiles() throws IOException {
    write(Examples.greeter().build());

    ModuleUpdate update = update(targets("13.0"));
    update.write();

    assertThat(changes(update).values()).containsOnly(Kind.REPLACED);
    assertThat(Tree.texts(folder))
        .isEqualTo(
            Scaffold.of(Examples.greeter().targets(VersionRange.parse("13.0")).build()).files());
  }

  @Test
  void mergesChangesOfAuthorWithNewText() throws IOException {
    write(Examples.greeter().build());
    edit(
        "mod_greeter.lua",
        "module:log(\"debug\", \"Answering %s\"",
        "module:log(\"info\", \"Hi %s\"");
    edit("README.md", "# Compatibility", "# Thanks\n\nTo all.\n\n# Compatibility");

    ModuleUpdate update = update(targets("13.0"));
    update.write();

    assertThat(changes(update))
        .containsEntry("mod_greeter.lua", Kind.MERGED)
        .containsEntry("README.md", Kind.MERGED);
    assertThat(module.resolve("mod_greeter.lua"))
        .content()
        .contains("prosody.util.stanza", "module:log(\"info\", \"Hi %s\"")
        .doesNotContain("<<<<<<<");
    assertThat(module.resolve("README.md")).content().contains("To all.").doesNotContain("| 0.11");
    assertThat(changes(update(spec -> spec))).isEmpty();
  }

  @Test
  void marksConflictsLikeGitWithoutLoss() throws IOException {
    write(Examples.greeter().build());
    edit("mod_greeter.lua", "require \"util.stanza\"", "require \"our.stanza\"");

    ModuleUpdate update = update(targets("13.0"));
    update.write();

    assertThat(update.conflicts()).extracting(FileUpdate::path).containsExactly("mod_greeter.lua");
    assertThat(module.resolve("mod_greeter.lua"))
        .content()
        .contains(
            """
            <<<<<<< yours
            local st = require "our.stanza";
            =======
            local st = require "prosody.util.stanza";
            >>>>>>> prosodykit
            """);
  }

  @Test
  void saysWhatHappensToEachFile() throws IOException {
    write(Examples.greeter().build());
    assertThat(update(spec -> spec).summary()).isEqualTo("mod_greeter is up to date.\n");

    edit("mod_greeter.lua", "require \"util.stanza\"", "require \"our.stanza\"");
    edit("README.md", "# Compatibility", "# Thanks\n\nTo all.\n\n# Compatibility");
    Files.delete(module.resolve(".luacheckrc"));

    assertThat(update(targets("13.0")).summary())
        .startsWith("mod_greeter, iq-handler for Prosody 13.0:\n")
        .contains("\nCONFLICT       mod_greeter.lua\n")
        .contains("\nmerged         README.md\n")
        .contains("\nstays deleted  .luacheckrc\n")
        .contains("\nreplaced       .prosodykit.json\n");
  }

  @Test
  void startsFromLastUpdate() throws IOException {
    write(Examples.greeter().build());
    edit("mod_greeter.lua", "Answering %s", "Hi %s");
    update(targets("13.0")).write();
    update(targets("[0.11,13.0]")).write();

    String first =
        Scaffold.of(Examples.greeter().build()).files().get("mod_greeter/mod_greeter.lua");
    assertThat(module.resolve("mod_greeter.lua"))
        .hasContent(String.valueOf(first).replace("Answering", "Hi"));
  }

  @Test
  void showsDifferenceWithoutWriting() throws IOException {
    write(Examples.greeter().build());
    Map<String, String> before = Tree.texts(folder);

    assertThat(update(targets("13.0")).difference())
        .contains(
            "--- a/mod_greeter.lua\n+++ b/mod_greeter.lua\n@@ ",
            "-local st = require \"util.stanza\";\n+local st = require \"prosody.util.stanza\";\n")
        .doesNotContain(".prosodykit.json");
    assertThat(Tree.texts(folder)).isEqualTo(before);
  }

  @Test
  void doesNotRestoreDeletedFiles() throws IOException {
    write(Examples.greeter().build());
    Files.delete(module.resolve(".luacheckrc"));

    ModuleUpdate update = update(spec -> spec.version("0.2.0"));
    update.write();

    assertThat(changes(update))
        .containsEntry(".luacheckrc", Kind.DELETED)
        .containsEntry("mod_greeter-0.2.0-1.rockspec", Kind.ADDED);
    assertThat(module.resolve(".luacheckrc")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void deletesFilesThatScaffoldNoLongerHas(String lineEnd) throws IOException {
    write(Examples.greeter().build());
    edit("mod_greeter-0.1.0-1.rockspec", "\n", lineEnd);

    ModuleUpdate update = update(spec -> spec.version("0.2.0"));

    assertThat(changes(update)).containsEntry("mod_greeter-0.1.0-1.rockspec", Kind.REMOVED);
    assertThat(update.difference())
        .contains("--- a/mod_greeter-0.1.0-1.rockspec\n+++ /dev/null\n@@ ");
    assertThat(update.write().written()).noneMatch(file -> file.endsWith("-0.1.0-1.rockspec"));
    assertThat(module.resolve("mod_greeter-0.1.0-1.rockspec")).doesNotExist();
    assertThat(Tree.texts(folder))
        .isEqualTo(Scaffold.of(Examples.greeter().version("0.2.0").build()).files());
  }

  @Test
  void keepsChangedFilesThatScaffoldNoLongerHas() throws IOException {
    write(Examples.greeter().build());
    edit("mod_greeter-0.1.0-1.rockspec", "lua", "our lua");
    String changed = Files.readString(module.resolve("mod_greeter-0.1.0-1.rockspec"));

    ModuleUpdate update = update(spec -> spec.version("0.2.0"));
    update.write();

    assertThat(changes(update)).containsEntry("mod_greeter-0.1.0-1.rockspec", Kind.LEFT);
    assertThat(module.resolve("mod_greeter-0.1.0-1.rockspec")).hasContent(changed);
  }

  private void checkOutOnWindows() throws IOException {
    for (String path : Tree.texts(module).keySet()) {
      edit(path, "\n", "\r\n");
    }
  }

  @Test
  void ignoresWindowsLineEnds() throws IOException {
    write(Examples.greeter().build());
    checkOutOnWindows();

    assertThat(changes(update(spec -> spec))).isEmpty();
    assertThat(update(spec -> spec).write().written()).isEmpty();
  }

  @Test
  void keepsWindowsLineEnds() throws IOException {
    write(Examples.greeter().build());
    edit("README.md", "# Compatibility", "# Thanks\n\nTo all.\n\n# Compatibility");
    checkOutOnWindows();

    ModuleUpdate update = update(targets("13.0"));
    update.write();

    assertThat(changes(update))
        .containsEntry("mod_greeter.lua", Kind.REPLACED)
        .containsEntry("README.md", Kind.MERGED);
    assertThat(update.difference())
        .contains(
            "-local st = require \"util.stanza\";\n+local st = require \"prosody.util.stanza\";\n");
    assertThat(Tree.texts(module).values())
        .allSatisfy(text -> assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r"));
    assertThat(Files.readString(module.resolve("mod_greeter.lua")).replace("\r\n", "\n"))
        .isEqualTo(
            Scaffold.of(Examples.greeter().targets(VersionRange.parse("13.0")).build())
                .files()
                .get("mod_greeter/mod_greeter.lua"));
  }

  @Test
  void keepsChangedDoubleIfNothingIsNew() throws IOException {
    write(Examples.greeter().build());
    edit("spec/support/stanza.lua", "-- The library", "-- Our library");

    assertThat(changes(update(targets("13.0")))).doesNotContainKey("spec/support/stanza.lua");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"spec\": {}, \"files\": {}}",
        "{\"spec\": {\"name\": 1, \"recipe\": \"guide\"}, \"files\": {}}",
        "{\"spec\": {\"name\": \"x\", \"recipe\": \"gone\"}, \"files\": {}}",
        "{\"spec\": {}, \"files\": {\"a\": 1}}",
        "{\"spec\": null}",
      })
  void reportsBrokenRecordsWithPlace(String record) throws IOException {
    write(Examples.greeter().build());
    Files.writeString(module.resolve(".prosodykit.json"), record);

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(spec -> spec))
        .withMessageContaining(module.resolve(".prosodykit.json").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "spec/../../a", "/a", "..", "spec\\\\..\\\\..\\\\a", "C:a"})
  void refusesRecordsThatLeadOutOfFolder(String path) throws IOException {
    write(Examples.greeter().build());
    edit(".prosodykit.json", "\".luacheckrc\"", '"' + path + '"');

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(spec -> spec))
        .withMessageContaining("is not the path of a file in the module's folder");
  }

  @Test
  void reportsMissingRecord() throws IOException {
    write(Examples.greeter().build());
    Files.delete(module.resolve(".prosodykit.json"));

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(spec -> spec))
        .withMessageContaining("is missing");
  }

  @Test
  void refusesTargetsThatRecipeDoesNotSupport() throws IOException {
    write(Examples.greeter().build());

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(targets("0.9")))
        .withMessageContaining("does not support");
  }

  @Test
  void reportsAndKeepsFilesThatCannotBeMergedWithoutLoss() throws IOException {
    write(Examples.greeter().build());
    byte[] latin1 = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(module.resolve("README.md"), latin1);
    Files.delete(module.resolve(".luacheckrc"));
    Files.createDirectory(module.resolve(".luacheckrc"));

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(targets("13.0")))
        .withMessageContaining(module.resolve("README.md") + ": is not in UTF-8")
        .withMessageContaining(module.resolve(".luacheckrc") + ": is a folder");
    assertThat(module.resolve("README.md")).hasBinaryContent(latin1);
  }

  @Test
  void reportsRecordThatIsNotText() throws IOException {
    write(Examples.greeter().build());
    Files.write(module.resolve(".prosodykit.json"), new byte[] {'{', (byte) 0xff});

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(spec -> spec))
        .withMessageContaining(module.resolve(".prosodykit.json") + ": is not in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void refusesUpdateBeforeConflictsAreResolved(String lineEnd) throws IOException {
    write(Examples.greeter().build());
    edit("mod_greeter.lua", "require \"util.stanza\"", "require \"our.stanza\"");
    update(targets("13.0")).write();
    edit("mod_greeter.lua", "\n", lineEnd);

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(spec -> spec))
        .withMessageContaining(module.resolve("mod_greeter.lua") + ": still has conflicts");
    edit("mod_greeter.lua", ">>>>>>> prosodykit" + lineEnd, "");
    assertThat(update(spec -> spec).conflicts()).isEmpty();
  }

  @Test
  void needsTemplatesOfCustomRecipe() throws IOException {
    write(Examples.greeter().build());
    edit(".prosodykit.json", "\"recipe\": \"iq-handler\"", "\"recipe\": \"our-iq\"");

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(spec -> spec))
        .withMessageContaining("unknown recipe \"our-iq\"")
        .withMessageContaining("specify that folder as well");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--r--r--", "rwxrwxr-x"})
  void keepsPermissionsOfFiles(String rights) throws IOException {
    assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "a file system of POSIX");
    write(Examples.greeter().build());
    Path file = module.resolve("mod_greeter.lua");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    update(targets("13.0")).write();

    assertThat(file).content().contains("prosody.util.stanza");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(rights);
  }

  @Test
  void doesNotOverwriteOriginalOfCopy() throws IOException {
    write(Examples.greeter().build());
    Path copy = folder.resolve("mod_copy");
    Files.createDirectory(copy);
    Files.copy(module.resolve(".prosodykit.json"), copy.resolve(".prosodykit.json"));
    Map<String, String> before = Tree.texts(folder);

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> ModuleUpdate.of(copy, targets("13.0"), TemplateSet.builtIn()).write())
        .withMessageContaining(copy.resolve(".prosodykit.json") + ": is the record of mod_greeter");
    assertThat(Tree.texts(folder)).isEqualTo(before);
  }

  @Test
  void doesNotReadLinksOutOfModule() throws IOException {
    write(Examples.greeter().build());
    Path secret = Files.writeString(folder.resolve("secret"), "-----BEGIN KEY-----");
    Files.writeString(module.resolve(".env"), "TOKEN=1");
    Files.delete(module.resolve("README.md"));
    Files.createSymbolicLink(module.resolve("README.md"), secret);
    Files.delete(module.resolve("mod_greeter.lua"));
    Files.createSymbolicLink(module.resolve("mod_greeter.lua"), Path.of(".env"));
    Files.delete(module.resolve(".luacheckrc"));
    Files.createSymbolicLink(module.resolve(".luacheckrc"), Path.of("/dev/zero"));

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(targets("13.0")))
        .withMessageContaining(module.resolve("README.md") + ": is a link out of ")
        .withMessageContaining(
            module.resolve("mod_greeter.lua") + ": is a link to something hidden")
        .withMessageContaining(module.resolve(".luacheckrc") + ": is a link out of ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("KEY", "TOKEN"));
  }

  @Test
  void doesNotReadLinkedFoldersOfModule() throws IOException {
    write(Examples.greeter().build());
    Files.move(module.resolve("spec"), folder.resolve("spec"));
    Files.createSymbolicLink(module.resolve("spec"), Path.of("../spec"));

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(targets("13.0")))
        .withMessageContaining(module.resolve("spec") + " is a symbolic link");
  }

  @Test
  void doesNotReadRecordThatIsLink() throws IOException {
    write(Examples.greeter().build());
    Path record = module.resolve(".prosodykit.json");
    Files.move(record, folder.resolve("record"));
    Files.createSymbolicLink(record, Path.of("../record"));

    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> update(spec -> spec))
        .withMessageContaining(record + ": is a link out of ");
  }
}
