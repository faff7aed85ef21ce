package io.prosodykit.scaffold.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jivesoftware.smack.StanzaCollector;
import org.jivesoftware.smack.filter.StanzaExtensionFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.SimpleIQ;

/** A user's archive of messages (XEP-0313), as the user's client finds it. */
final class Archive {
  private static final String NAMESPACE = "urn:xmpp:mam:2";
  private static final Pattern BODY = Pattern.compile("<body[^>]*>([^<]*)</body>");

  private final Client client;

  Archive(Client client) {
    this.client = client;
  }

  /** The texts of the archive's messages, the oldest first. */
  List<String> bodies() throws Exception {
    IQ query = new SimpleIQ("query", NAMESPACE) {};
    query.setType(IQ.Type.set);
    List<String> bodies = new ArrayList<>();
    // Collectors fill in the order of the stream, and the server answers after the last message.
    try (StanzaCollector found =
        client.connection().createStanzaCollector(new StanzaExtensionFilter("result", NAMESPACE))) {
      client.connection().sendIqRequestAndWaitForResponse(query);
      for (Message message = found.pollResult(); message != null; message = found.pollResult()) {
        Matcher body = BODY.matcher(message.toXML().toString());
        while (body.find()) {
          bodies.add(Client.unescape(body.group(1)));
        }
      }
    }
    return bodies;
  }
}
