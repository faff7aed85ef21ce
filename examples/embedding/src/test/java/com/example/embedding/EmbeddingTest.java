package com.example.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddingTest {
  @TempDir private Path folder;

  @Test
  void queriesCatalogueAndScaffoldsModules() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream standardOutput = System.out;
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      Embedding.main(new String[] {folder.toString()});
    } finally {
      System.setOut(standardOutput);
    }

    assertThat(printed.toString(UTF_8))
        .startsWith("02-stream, core, [XEP-0198]\n")
        .contains("saslauth (02-stream, core): Authentication framework\n")
        .contains("bookmarks on 0.12.3: disputed; ");
    assertThat(folder.resolve("mod_greeter/mod_greeter.lua")).isRegularFile();
    assertThat(folder.resolve("mod_greeter/README.md")).content().contains("# Author\n\nAda\n");
    assertThat(folder.resolve("mod_porter/mod_porter.lua"))
        .content()
        .contains("module:hook(\"message/host\"", "may_pass(event)", "open_store(\"porter_notes\"");
    assertThat(folder.resolve("mod_here.lua"))
        .hasContent(
            """
            local stanza = require "util.stanza";

            local function on_message(event)
            	local reply = stanza.reply(event.stanza);
            	event.origin.send(reply:body("it's \\"here\\""));
            	return true;
            end
            module:hook("message/host", on_message, 5);
            """);
  }
}
