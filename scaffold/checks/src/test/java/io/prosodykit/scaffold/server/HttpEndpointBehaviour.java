package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OptionSpec;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A caller with the token stores notes, which last; other callers and long notes are refused. */
final class HttpEndpointBehaviour implements Behaviour {
  private int notes;
  private int deleted;

  @Override
  public ModuleSpecBuilder specify(ModuleSpecBuilder spec) {
    notes = 0;
    deleted = 0;
    return spec.addOption(OptionSpec.string("greeter_token", "sesame"))
        .addOption(OptionSpec.integer("greeter_longest_body", 64));
  }

  @Override
  public void check(RunningModule module) throws Exception {
    if (notes == 0) {
      assertThat(send(module, "/greeter/notes", "sesame", null).body()).contains("\"notes\":[]");
    }
    notes++;
    HttpResponse<String> added = send(module, "/greeter/notes", "sesame", "{\"text\":\"milk\"}");
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.body()).isEqualTo("{\"id\":\"" + notes + "\"}");
    assertThat(added.headers().firstValue("content-type")).contains("application/json");
    assertThat(send(module, "/greeter/notes/" + notes, "sesame", null).body()).contains("milk");
    assertThat(send(module, "/greeter/notes", "sesame", null).body())
        .contains("\"count\":" + (notes - deleted));
    assertThat(send(module, "/greeter/notes/99", "sesame", null).statusCode()).isEqualTo(404);
    assertThat(send(module, "/greeter/notes", "wrong", null).statusCode()).isEqualTo(401);
    assertThat(send(module, "/greeter/notes", "sesame", "{").statusCode()).isEqualTo(400);
    assertThat(send(module, "/greeter/notes", "sesame", "text/plain", "{}").statusCode())
        .isEqualTo(415);
    String tooLong = "{\"text\":\"" + "x".repeat(64) + "\"}";
    assertThat(send(module, "/greeter/notes", "sesame", tooLong).statusCode()).isEqualTo(413);
    assertThat(delete(module, notes).statusCode()).isEqualTo(200);
    assertThat(delete(module, notes).statusCode()).isEqualTo(404);
    assertThat(send(module, "/greeter/notes", "sesame", "{\"text\":\"eggs\"}").body())
        .isEqualTo("{\"id\":\"" + (notes + 1) + "\"}");
    deleted++;
    notes++;
  }

  private static HttpResponse<String> send(
      RunningModule module, String path, String token, String body) throws Exception {
    return send(module, path, token, "application/json", body);
  }

  private static HttpResponse<String> send(
      RunningModule module, String path, String token, String type, String body) throws Exception {
    HttpRequest.Builder request = request(module, path, token);
    if (body != null) {
      request.header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }
    return send(request);
  }

  private static HttpResponse<String> delete(RunningModule module, int note) throws Exception {
    return send(request(module, "/greeter/notes/" + note, "sesame").DELETE());
  }

  private static HttpRequest.Builder request(RunningModule module, String path, String token) {
    return HttpRequest.newBuilder(module.http(path)).header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request.build(), BodyHandlers.ofString());
  }
}
