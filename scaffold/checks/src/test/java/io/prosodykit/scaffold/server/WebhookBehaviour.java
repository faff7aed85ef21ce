package io.prosodykit.scaffold.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OptionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A login is posted, and posted again after the receiver has failed; a logout follows. */
final class WebhookBehaviour implements Behaviour {
  private final BlockingQueue<String> posts = new LinkedBlockingQueue<>();
  private int failures;
  private HttpServer receiver;

  @Override
  public synchronized ModuleSpecBuilder specify(ModuleSpecBuilder spec) {
    try {
      if (receiver != null) {
        receiver.stop(0);
      }
      receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    receiver.createContext(
        "/hook",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          boolean fails = takeFailure();
          exchange.sendResponseHeaders(fails ? 503 : 204, -1);
          exchange.close();
          posts.add(fails ? "failed" : body);
        });
    receiver.start();
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    return spec.addOption(OptionSpec.string("greeter_url", url))
        .addOption(OptionSpec.period("greeter_pause", Duration.ofSeconds(1)));
  }

  private synchronized boolean takeFailure() {
    return failures-- > 0;
  }

  @Override
  public void check(RunningModule module) throws Exception {
    posts.clear();
    synchronized (this) {
      failures = 1;
    }
    Client juliet = module.login("juliet");
    assertThat(next()).isEqualTo("failed");
    assertThat(next()).contains("\"event\":\"login\"", "\"user\":\"juliet@localhost\"");
    juliet.close();
    assertThat(next()).contains("\"event\":\"logout\"");
  }

  private String next() throws InterruptedException {
    String post = posts.poll(20, TimeUnit.SECONDS);
    assertThat(post).as("what is posted within 20 seconds").isNotNull();
    return post;
  }
}
