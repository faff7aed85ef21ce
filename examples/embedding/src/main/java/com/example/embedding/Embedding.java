package com.example.embedding;

import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.ModuleQuery;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.luacode.FunctionSpec;
import io.prosodykit.luacode.LuaFile;
import io.prosodykit.luacode.LuaLibrary;
import io.prosodykit.scaffold.DependencySpec;
import io.prosodykit.scaffold.HookSpec;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.PermissionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.StoreSpec;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Queries the catalogue, then writes three modules into the folder given on the command line. */
public final class Embedding {
  private Embedding() {}

  /**
   * Runs the program.
   *
   * @param args the folder to scaffold into
   * @throws IOException if the modules cannot be written
   */
  public static void main(String[] args) throws IOException {
    run(Path.of(args[0]));
  }

  private static void run(Path folder) throws IOException {
    // README: library
    ModuleCatalog catalog = ModuleCatalog.reference();
    ProsodyVersion version = ProsodyVersion.parse("0.12.3");
    ModuleEntry smacks = catalog.get("smacks");
    System.out.println(smacks.layer() + ", " + smacks.stability() + ", " + smacks.specifications());
    ModuleQuery stream = catalog.query().layer(Layer.STREAM).compatibleWith(version);
    stream.modules().forEach(System.out::println);
    System.out.println(catalog.compatibility("bookmarks", version));

    ModuleSpec spec = ModuleSpec.builder("greeter", Recipe.IQ_HANDLER).author("Ada").build();
    Scaffold.of(spec).writeTo(folder, OnConflict.FAIL);
    // README: end

    // README: parts
    ModuleSpec porter =
        ModuleSpec.builder("porter", Recipe.MESSAGE_FILTER)
            .addOption(OptionSpec.period("porter_pause", Duration.ofMinutes(5)))
            .addDependency(DependencySpec.on("carbons").softly())
            .addPermission(PermissionSpec.of("pass"))
            .addHook(HookSpec.of("message/host").withPriority(5).requiring("pass"))
            .addStore(StoreSpec.of("porter_notes"))
            .build();
    Scaffold.of(porter).writeTo(folder, OnConflict.FAIL);
    // README: end

    // README: compose
    FunctionSpec handler =
        FunctionSpec.local("on_message")
            .addParameters("event")
            .addStatement("local reply = $M.reply(event.stanza)", LuaLibrary.of("util.stanza"))
            .addStatement("event.origin.send(reply:body($S))", "it's \"here\"")
            .addStatement("return $L", true)
            .build();
    LuaFile.builder(TargetRange.parse("[0.12,13.0]"))
        .addFunction(handler)
        .addStatement("module:hook($S, $N, $L)", "message/host", handler, 5)
        .build()
        .writeTo(folder.resolve("mod_here.lua"));
    // README: end
  }
}
