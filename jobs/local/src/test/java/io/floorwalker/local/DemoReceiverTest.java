package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReceiverTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:41:07Z");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path dir;

  private final Arrivals arrivals = new Arrivals();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private WebhookSecret secret;
  private DemoReceiver receiver;

  @BeforeEach
  void start() throws IOException {
    Path file = new DemoTargets(dir).secretFile();
    WebhookSecret.create(file);
    // As the sender reads it.
    secret = WebhookSecret.parse(Files.readString(file));
    receiver = DemoReceiver.start(secret, arrivals, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aSignedMessageIsTakenAndShown() throws Exception {
    assertThat(post("chat", "a-1", "{\"text\": \"hello\"}").statusCode()).isEqualTo(200);

    assertThat(arrivals.newest())
        .containsExactly(new Arrivals.Arrival(NOW, "chat", "a-1", "{\"text\": \"hello\"}", false));
    assertThat(get().body()).contains("{&quot;text&quot;: &quot;hello&quot;}", "<td>chat</td>");
  }

  @Test
  void everyChannelTakesMessages() throws Exception {
    for (String channel : DemoReceiver.CHANNELS) {
      assertThat(post(channel, "a-" + channel, "{}").statusCode()).isEqualTo(200);
    }

    assertThat(arrivals.counts()).isEqualTo(Map.of("arrived", 5L));
  }

  @Test
  void theSameMessageAgainIsARepeat() throws Exception {
    post("email", "a-1", "{}");
    assertThat(post("email", "a-1", "{}").statusCode()).isEqualTo(200);

    assertThat(arrivals.counts()).isEqualTo(Map.of("arrived", 1L, "repeated", 1L));
    assertThat(get().body()).contains("email (again)");
  }

  @Test
  void anotherBodyThanTheSignedOneIsRefused() throws Exception {
    String signature = secret.sign("a-1", seconds(NOW), bytes("{}"));

    assertThat(send(message("chat", "a-1", seconds(NOW), signature), "{\"x\": 1}")).isEqualTo(401);
    assertThat(arrivals.counts()).isEqualTo(Map.of("arrived", 0L, "refused", 1L));
  }

  @Test
  void withoutASignatureItIsRefused() throws Exception {
    HttpRequest.Builder bare = HttpRequest.newBuilder(receiver.address().resolve("chat"));

    assertThat(send(bare, "{}")).isEqualTo(401);
  }

  @Test
  void anOldMessageIsRefused() throws Exception {
    String fresh = seconds(NOW.minusSeconds(300));
    String old = seconds(NOW.minusSeconds(301));

    assertThat(send(message("chat", "a-1", fresh, secret.sign("a-1", fresh, bytes("{}"))), "{}"))
        .isEqualTo(200);
    assertThat(send(message("chat", "a-2", old, secret.sign("a-2", old, bytes("{}"))), "{}"))
        .isEqualTo(401);
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() throws Exception {
    String now = seconds(NOW);
    String signature = "v1,bm90IHRoaXM= " + secret.sign("a-1", now, bytes("{}"));

    assertThat(send(message("chat", "a-1", now, signature), "{}")).isEqualTo(200);
  }

  @Test
  void whatIsNoChannelIsNotFound() throws Exception {
    assertThat(post("fax", "a-1", "{}").statusCode()).isEqualTo(404);
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(receiver.address().resolve("chat")).build(),
                    BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void aLongMessageIsRefused() throws Exception {
    assertThat(post("chat", "a-1", "x".repeat(256 * 1024 + 1)).statusCode()).isEqualTo(413);
    assertThat(post("chat", "a-2", "x".repeat(256 * 1024)).statusCode()).isEqualTo(200);
  }

  @Test
  void thePageIsNotForOtherNamesOfThisMachine() throws Exception {
    URI address = receiver.address();
    try (Socket socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort())) {
      socket
          .getOutputStream()
          .write(bytes("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void nothingThatWasSentBecomesMarkup() throws Exception {
    post("crm", "a-1", "<script>alert('x')</script>&");

    HttpResponse<String> page = get();

    assertThat(page.body())
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;")
        .doesNotContain("<script>");
    assertThat(page.headers().firstValue("content-security-policy"))
        .hasValue("default-src 'none'; style-src 'unsafe-inline'");
  }

  @Test
  void theSecretAndTheTargetsAreTheirOwnersOnly() throws IOException {
    DemoTargets targets = new DemoTargets(dir);
    targets.write(receiver.address());

    for (Path file : new Path[] {targets.secretFile(), targets.targetsFile()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as("%s", file)
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(targets.targetsFile()))
        .contains(
            "targets:\n  chat:\n    url: '"
                + receiver.address()
                + "chat'\n    secret_file: '"
                + targets.secretFile()
                + "'\n")
        .doesNotContain("whsec_");
  }

  private HttpResponse<Void> post(String channel, String id, String body) throws Exception {
    String now = seconds(NOW);
    HttpRequest.Builder message = message(channel, id, now, secret.sign(id, now, bytes(body)));
    return client.send(
        message.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding());
  }

  private HttpRequest.Builder message(
      String channel, String id, String timestamp, String signature) {
    return HttpRequest.newBuilder(receiver.address().resolve(channel))
        .timeout(PATIENCE)
        .header("webhook-id", id)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", signature);
  }

  private int send(HttpRequest.Builder message, String body) throws Exception {
    return client
        .send(message.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private HttpResponse<String> get() throws Exception {
    return client.send(HttpRequest.newBuilder(receiver.address()).build(), BodyHandlers.ofString());
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
