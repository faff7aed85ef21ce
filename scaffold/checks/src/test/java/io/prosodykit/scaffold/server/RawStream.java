package io.prosodykit.scaffold.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An XMPP stream (RFC 6120), character by character. */
final class RawStream implements Closeable {
  private final Socket socket;
  private final StringBuilder received = new StringBuilder();

  RawStream(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
  }

  void send(String xml) throws IOException {
    socket.getOutputStream().write(xml.getBytes(UTF_8));
  }

  /** Waits for a match of a pattern, and returns it. */
  String await(String pattern) throws IOException {
    Pattern wanted = Pattern.compile(pattern, Pattern.DOTALL);
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[4096];
    while (true) {
      Matcher matcher = wanted.matcher(received);
      if (matcher.find()) {
        String found = matcher.group();
        received.delete(0, matcher.end());
        return found;
      }
      int count = in.read(buffer);
      if (count < 0) {
        throw new IOException("the stream ended after " + received);
      }
      received.append(new String(buffer, 0, count, UTF_8));
    }
  }

  /** Begins a stream, and returns its features. */
  String open() throws IOException {
    send(
        "<?xml version='1.0'?><stream:stream to='localhost' version='1.0' xmlns='jabber:client'"
            + " xmlns:stream='http://etherx.jabber.org/streams'>");
    return await("<stream:features.*</stream:features>|<stream:features/>");
  }

  /** Logs in by SASL PLAIN (RFC 4616). */
  void login(String user, String password) throws IOException {
    String response =
        Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(UTF_8));
    send(
        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + response + "</auth>");
    await("<success[^>]*/>|<success.*</success>");
  }

  @Override
  public void close() throws IOException {
    send("</stream:stream>");
    socket.close();
  }
}
