package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.scaffold.EventHooks;
import io.prosodykit.scaffold.HookSpec;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.PermissionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.testing.EveryServer;
import java.nio.file.Path;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Handlers of all events that are known, in real servers that fire some of them. */
@Tag("external")
final class EventsInServersTest {
  @TempDir private Path folder;

  @EveryServer
  void handlersTakeWhatServersFire(String branch) throws Exception {
    ProsodyServer server = boot(branch);
    try (server;
        Client romeo = Client.login(server, "romeo", "secret")) {
      romeo.say("juliet@localhost", "hello");
      assertThat(romeo.advertises("urn:prosodykit:watcher:0")).isTrue();
      assertThatThrownBy(() -> romeo.query(IQ.Type.get, "guarded", "urn:example:watcher"))
          .isInstanceOfSatisfying(
              XMPPErrorException.class,
              e ->
                  assertThat(e.getStanzaError().getCondition())
                      .isEqualTo(StanzaError.Condition.forbidden));
      server.await("Event message/bare: <message");
    }

    assertThat(server.complaints()).isEmpty();
    for (String event :
        new String[] {
          "server-started",
          "server-stopping: ",
          "module-loaded: ",
          "stream-features: ",
          "authentication-success: ",
          "pre-resource-bind: ",
          "resource-bind: romeo@localhost/",
          "presence/initial: <presence",
          "pre-message/bare: <message",
          "pre-iq/host: <iq",
          "resource-unbind: romeo@localhost/"
        }) {
      assertThat(server.log())
          .anySatisfy(entry -> assertThat(entry.message()).contains("Event " + event));
    }
  }

  private ProsodyServer boot(String branch) throws Exception {
    ModuleSpecBuilder builder =
        ModuleSpec.builder("watcher", Recipe.IQ_HANDLER)
            .targets(Recipe.IQ_HANDLER.releases())
            .addPermission(PermissionSpec.of("go"))
            .addHook(HookSpec.of("iq-get/host/urn:example:watcher:guarded").requiring("go"))
            .addHook(HookSpec.of("nobody-knows"))
            .addHook(HookSpec.of("nobody-knows").onServer());
    EventHooks.all().forEach(builder::addHook);
    ModuleSpec spec = builder.build();
    Path plugins = folder.resolve("plugins");
    Scaffold.of(spec).writeTo(plugins, OnConflict.FAIL);
    Path configuration = plugins.resolve("mod_watcher/config/stack/03-stanza/watcher.cfg.lua");
    String hosts = "VirtualHost \"localhost\"\n\tmodules_enabled = { \"watcher\" }\n";
    return ServerFolder.make(branch, folder.resolve("server"), plugins, configuration, "", hosts)
        .start();
  }
}
