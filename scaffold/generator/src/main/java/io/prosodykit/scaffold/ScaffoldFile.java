package io.prosodykit.scaffold;

/** The files of every scaffold, each with its template and its path in the module's folder. */
enum ScaffoldFile {
  MODULE("module.lua", "mod_%1$s.lua"),
  README("README.md", "README.md"),
  SPEC("module_spec.lua", "spec/mod_%1$s_spec.lua"),
  SERVER_DOUBLE("prosody.lua", "spec/support/prosody.lua"),
  MODULE_API_DOUBLE("module_api.lua", "spec/support/module_api.lua"),
  OPTIONS_DOUBLE("options.lua", "spec/support/options.lua"),
  LIBRARIES_DOUBLE("libraries.lua", "spec/support/libraries.lua"),
  STANZA_DOUBLE("stanza.lua", "spec/support/stanza.lua"),
  LUACHECKRC("luacheckrc", ".luacheckrc"),
  ROCKSPEC("module.rockspec", "mod_%1$s-%2$s-1.rockspec"),
  CONFIG("module.cfg.lua", "config/stack/%3$s/%1$s.cfg.lua");

  private final String template;
  private final String pattern;

  ScaffoldFile(String template, String pattern) {
    this.template = template;
    this.pattern = pattern;
  }

  /**
   * Returns the name of the template without {@code .mustache}; a file with exactly this name is
   * not a template.
   */
  String template() {
    return template;
  }

  /** {@return the path of a test double that only some recipes need} */
  static String doublePath(String name) {
    return "spec/support/" + name + ".lua";
  }

  /** {@return the path of the file in the module's folder} */
  String path(ModuleSpec spec) {
    return String.format(pattern, spec.name(), spec.version(), spec.layer().id());
  }
}
