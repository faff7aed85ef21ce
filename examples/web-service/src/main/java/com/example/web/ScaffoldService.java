package com.example.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.scaffold.InvalidSpecException;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecParameters;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.SpecProblem;
import io.prosodykit.scaffold.TemplateSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers HTTP with new modules, as the form of a web page needs it. The query has the parameters
 * of {@link ModuleSpecParameters}, for example {@code
 * ?module=greeter&recipe=iq-handler&author=Ada}.
 *
 * <ul>
 *   <li>{@code GET /module.zip} is the module as a zip
 *   <li>{@code GET /module.json} is the same as an object with a field {@code files}: texts by path
 * </ul>
 *
 * <p>If the module cannot be made, the status is 400, and the answer an object with a field {@code
 * problems}: all of them, each with the {@code field} that it is about and a {@code message}.
 */
public final class ScaffoldService implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Splitter PAIRS = Splitter.on('&');

  private final HttpServer server;

  private ScaffoldService(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts the service on the loopback interface.
   *
   * @param port the port; 0 for any that is free
   * @throws IOException if the port is taken
   */
  public static ScaffoldService start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    Answer zip = new Answer("application/zip", (scaffold, out) -> scaffold.zip(out, Instant.now()));
    Answer json =
        new Answer(
            "application/json",
            (scaffold, out) -> JSON.writeValue(out, Map.of("files", scaffold.files())));
    server.createContext("/module.zip", exchange -> answer(exchange, zip));
    server.createContext("/module.json", exchange -> answer(exchange, json));
    server.start();
    return new ScaffoldService(server);
  }

  /**
   * Runs the service until the program is ended.
   *
   * @param args the port
   * @throws IOException if the port is taken
   */
  public static void main(String[] args) throws IOException {
    System.out.println("http://localhost:" + start(Integer.parseInt(args[0])).port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Makes an answer of a type. */
  private record Answer(String type, Writer writer) {}

  /** Writes the body of an answer. */
  private interface Writer {
    void write(Scaffold scaffold, OutputStream out) throws IOException;
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      try {
        ModuleSpec spec = spec(exchange.getRequestURI().getRawQuery());
        answer.writer().write(Scaffold.of(spec), body);
        send(exchange, 200, answer.type(), body);
      } catch (InvalidSpecException e) {
        refuse(exchange, e.problems());
      } catch (IllegalArgumentException e) {
        refuse(exchange, List.of(new SpecProblem("", e.getMessage())));
      }
    }
  }

  private static void refuse(HttpExchange exchange, List<SpecProblem> problems) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    JSON.writeValue(body, Map.of("problems", problems));
    send(exchange, 400, "application/json", body);
  }

  private static void send(
      HttpExchange exchange, int status, String type, ByteArrayOutputStream body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.size());
    body.writeTo(exchange.getResponseBody());
  }

  private static ModuleSpec spec(String query) {
    return ModuleSpecParameters.of(parameters(query), TemplateSet.builtIn())
        .spec(ModuleCatalog.complete(), false);
  }

  /** Reads a query; one that is not well-formed, or names a parameter twice, is refused. */
  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    if (query == null) {
      return parameters;
    }
    for (String pair : PAIRS.split(query)) {
      int end = pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=');
      String name = URLDecoder.decode(pair.substring(0, end), StandardCharsets.UTF_8);
      String value =
          URLDecoder.decode(
              pair.substring(Math.min(end + 1, pair.length())), StandardCharsets.UTF_8);
      if (parameters.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("the parameter appears twice: " + name);
      }
    }
    return parameters;
  }
}
