package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.deliver.web.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One tab of a Chromium, asked in its DevTools protocol; each answer has 30 s. */
final class TestingDevTools {

  private static final int PATIENCE_SECONDS = 30;

  private final Json json;
  private final WebSocket tab;
  private final Map<Long, CompletableFuture<Map<?, ?>>> asked;
  private long number;

  private TestingDevTools(Json json, WebSocket tab, Map<Long, CompletableFuture<Map<?, ?>>> asked) {
    this.json = json;
    this.tab = tab;
    this.asked = asked;
  }

  /** To the first tab of the list that Chromium has at this address. */
  static TestingDevTools connect(URI tabs) {
    Json json = new Json();
    HttpClient client = HttpClient.newHttpClient();
    String answer =
        client
            .sendAsync(HttpRequest.newBuilder(tabs).build(), BodyHandlers.ofString())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join()
            .body();
    URI address =
        json.list(answer).stream()
            .map(Map.class::cast)
            .filter(one -> "page".equals(one.get("type")))
            .map(one -> URI.create(String.valueOf(one.get("webSocketDebuggerUrl"))))
            .findFirst()
            .orElseThrow();
    Map<Long, CompletableFuture<Map<?, ?>>> asked = new ConcurrentHashMap<>();
    WebSocket tab =
        client.newWebSocketBuilder().buildAsync(address, new Answers(json, asked)).join();
    return new TestingDevTools(json, tab, asked);
  }

  Map<?, ?> ask(String method, Map<String, Object> parameters) {
    CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
    long id = ++number;
    asked.put(id, answer);
    byte[] question = json.bytes(Map.of("id", id, "method", method, "params", parameters));
    tab.sendText(new String(question, StandardCharsets.UTF_8), true).join();
    Map<?, ?> said = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    assertThat(said.get("error")).as(method).isNull();
    return (Map<?, ?>) Objects.requireNonNull(said.get("result"));
  }

  /** Puts the parts of each answer together, and gives it to whoever asked. */
  private static final class Answers implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private final Json json;
    private final Map<Long, CompletableFuture<Map<?, ?>>> asked;

    private Answers(Json json, Map<Long, CompletableFuture<Map<?, ?>>> asked) {
      this.json = json;
      this.asked = asked;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        Map<?, ?> said = json.object(text.toString());
        text.setLength(0);
        if (said.get("id") instanceof Number id) {
          Objects.requireNonNull(asked.remove(id.longValue())).complete(said);
        }
      }
      socket.request(1);
      return CompletableFuture.completedFuture(true);
    }
  }
}
