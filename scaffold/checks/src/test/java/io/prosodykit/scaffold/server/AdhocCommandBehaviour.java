package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.scaffold.ModuleSpecBuilder;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smackx.commands.AdHocCommandManager;
import org.jivesoftware.smackx.commands.RemoteCommand;
import org.jivesoftware.smackx.xdata.form.FillableForm;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

/** An administrator fills in the form, whose text lasts; another user is refused. */
final class AdhocCommandBehaviour implements Behaviour {
  private static final String NODE = "urn:example:command:0";
  private String text = "hello";

  @Override
  public ModuleSpecBuilder specify(ModuleSpecBuilder spec) {
    text = "hello";
    return spec.namespace(NODE);
  }

  @Override
  public void check(RunningModule module) throws Exception {
    Jid host = JidCreate.from("localhost");
    AdHocCommandManager admin =
        AdHocCommandManager.getAddHocCommandsManager(module.login("admin").connection());
    assertThat(admin.discoverCommands(host).getItems())
        .anySatisfy(item -> assertThat(item.getNode()).isEqualTo(NODE));
    RemoteCommand command = admin.getRemoteCommand(host, NODE);
    command.execute();
    assertThat(command.getForm().getField("text").getFirstValue()).isEqualTo(text);
    text = text + "!";
    FillableForm form = new FillableForm(command.getForm());
    form.setAnswer("text", text);
    command.complete(form);
    assertThat(command.getNotes().get(0).getValue()).isEqualTo("The text is now: " + text);

    AdHocCommandManager juliet =
        AdHocCommandManager.getAddHocCommandsManager(module.login("juliet").connection());
    assertThatThrownBy(() -> juliet.getRemoteCommand(host, NODE).execute())
        .isInstanceOf(XMPPErrorException.class)
        .hasMessageContaining("forbidden");
  }
}
