package com.example.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ScaffoldServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private ScaffoldService service;

  @BeforeEach
  void start() throws IOException {
    service = ScaffoldService.start(0);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private HttpResponse<byte[]> send(String method, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonNode json(String path, int status) throws Exception {
    HttpResponse<byte[]> answer = send("GET", path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return JSON.readTree(answer.body());
  }

  @Test
  void answersWithTheSameFilesAsZipAndAsJson() throws Exception {
    String query = "?module=greeter&recipe=message-filter&author=Ad%C3%A9+B";
    Map<String, String> zipped = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(send("GET", "/module.zip" + query).body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        zipped.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    assertThat(zipped.get("mod_greeter/README.md")).contains("# Author\n\nAdé B\n");
    assertThat(json("/module.json" + query, 200))
        .isEqualTo(JSON.valueToTree(Map.of("files", zipped)));
  }

  @Test
  void answersWithAllProblems() throws Exception {
    JsonNode problems =
        json("/module.json?module=no%20name&recipe=message-filters&targets=9", 400).get("problems");
    assertThat(problems.findValuesAsText("field")).contains("module", "recipe", "targets");
    assertThat(problems.findValuesAsText("message").toString()).contains("message-filter");
  }

  @Test
  void refusesQueriesThatAreNotValid() throws Exception {
    assertThat(json("/module.zip?modul=x", 400).toString()).contains("unknown parameter", "module");
    assertThat(json("/module.zip?module=x&module=y", 400).toString())
        .contains("the parameter appears twice: module");
    assertThat(json("/module.zip", 400).get("problems").findValuesAsText("field"))
        .contains("module");
    HttpResponse<byte[]> posted = send("POST", "/module.zip?module=x");
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.headers().firstValue("Allow")).contains("GET");
  }
}
