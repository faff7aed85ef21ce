package io.prosodykit.scaffold.server;

import io.prosodykit.scaffold.ModuleSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The module of a recipe in a running server, and its clients. */
final class RunningModule implements AutoCloseable {
  private final String branch;
  private final ModuleSpec spec;
  private final ProsodyServer server;
  private final List<Client> clients = new ArrayList<>();

  RunningModule(String branch, ModuleSpec spec, ProsodyServer server) {
    this.branch = branch;
    this.spec = spec;
    this.server = server;
  }

  /** The release, for example {@code 0.12}. */
  String branch() {
    return branch;
  }

  ModuleSpec spec() {
    return spec;
  }

  ProsodyServer server() {
    return server;
  }

  /** Logs in as {@code juliet}, {@code romeo} or {@code admin}, until this is closed. */
  Client login(String user) throws Exception {
    return login(user, ServerFolder.PASSWORD);
  }

  /** Connects without logging in, until this is closed. */
  Client connect(String user) throws Exception {
    Client client = Client.connect(server, user, ServerFolder.PASSWORD);
    clients.add(client);
    return client;
  }

  /** Logs in with another account. */
  Client login(String user, String password) throws Exception {
    Client client = Client.login(server, user, password);
    clients.add(client);
    return client;
  }

  /** An address on the server's HTTP port, for a path like {@code /greeter/x}. */
  URI http(String path) {
    return URI.create("http://localhost:" + server.folder().httpPort() + path);
  }

  /** Logs all clients out. */
  @Override
  public void close() {
    clients.forEach(Client::close);
    clients.clear();
  }
}
