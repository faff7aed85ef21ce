package io.prosodykit.scaffold.server;

import java.io.IOException;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.SimpleIQ;
import org.jivesoftware.smack.packet.StreamOpen;
import org.jivesoftware.smack.packet.UnparsedIQ;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jxmpp.jid.impl.JidCreate;

/** A real XMPP client that is logged in to a {@link ProsodyServer}. */
final class Client implements AutoCloseable {
  private final XMPPTCPConnection connection;

  private Client(XMPPTCPConnection connection) {
    this.connection = connection;
  }

  /** Logs in as {@code juliet}. */
  static Client login(ProsodyServer server) throws Exception {
    return login(server, "juliet", ServerFolder.PASSWORD);
  }

  static Client login(ProsodyServer server, String user, String password) throws Exception {
    Client client = connect(server, user, password);
    try {
      client.connection.login();
    } catch (SmackException | IOException | XMPPException e) {
      client.close();
      throw e;
    }
    return client;
  }

  /** Connects without logging in. */
  static Client connect(ProsodyServer server, String user, String password) throws Exception {
    SmackConfiguration.setDefaultReplyTimeout(20_000);
    XMPPTCPConnection connection =
        new XMPPTCPConnection(
            XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain("localhost")
                .setHost("127.0.0.1")
                .setPort(server.folder().c2sPort())
                .setSecurityMode(SecurityMode.disabled)
                .setUsernameAndPassword(user, password)
                .build());
    connection.connect();
    return new Client(connection);
  }

  XMPPTCPConnection connection() {
    return connection;
  }

  /** Whether the host advertises a feature in service discovery (XEP-0030). */
  boolean advertises(String feature) throws Exception {
    return ServiceDiscoveryManager.getInstanceFor(connection)
        .discoverInfo(connection.getXMPPServiceDomain())
        .containsFeature(feature);
  }

  /** Asks the host with an empty element, and returns its answer. */
  IQ query(IQ.Type type, String element, String namespace) throws Exception {
    IQ request = new SimpleIQ(element, namespace) {};
    request.setType(type);
    request.setTo(connection.getXMPPServiceDomain());
    return connection.sendIqRequestAndWaitForResponse(request);
  }

  /**
   * Sends an iq to an address, or to the user's own account if that is empty.
   *
   * @param xml what stands within the element
   * @return the answer
   */
  String request(IQ.Type type, String to, String element, String namespace, String xml)
      throws Exception {
    IQ request =
        new IQ(element, namespace) {
          @Override
          protected IQChildElementXmlStringBuilder getIQChildElementBuilder(
              IQChildElementXmlStringBuilder builder) {
            builder.rightAngleBracket();
            builder.append(xml);
            return builder;
          }
        };
    request.setType(type);
    if (!to.isEmpty()) {
      request.setTo(JidCreate.from(to));
    }
    IQ answer = connection.sendIqRequestAndWaitForResponse(request);
    return answer.toXML(StreamOpen.CLIENT_NAMESPACE).toString();
  }

  /** Sends a message of type chat. */
  void say(String to, String text) throws Exception {
    connection.sendStanza(
        connection
            .getStanzaFactory()
            .buildMessageStanza()
            .to(to)
            .ofType(Message.Type.chat)
            .setBody(text)
            .build());
  }

  /** The text inside an answer's element. */
  String text(IQ answer) {
    String xml = ((UnparsedIQ) answer).getContent().toString();
    return unescape(xml.replaceAll("<[^>]*>", ""));
  }

  /** The text, escaped for XML. */
  static String unescape(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  /** Closes the stream, which Prosody 0.11 needs before it is stopped. */
  @Override
  public void close() {
    connection.disconnect();
  }
}
