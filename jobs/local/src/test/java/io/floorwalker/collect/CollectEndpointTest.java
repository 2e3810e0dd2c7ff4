package io.floorwalker.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.floorwalker.page.Origins;
import io.floorwalker.page.PageServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The collector as clients see it, over HTTP. */
class CollectEndpointTest {
  private static final String SHOP = "https://shop.example";
  private static final String KEY = "Basic " + encoded("write-key:");

  private final List<Call> taken = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile boolean brokerIsDown;
  private PageServer server;

  @BeforeEach
  void start() {
    server = PageServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    Calls calls =
        sent -> {
          if (brokerIsDown) {
            throw new ExecutionException(new IOException("secret"));
          }
          taken.addAll(sent);
        };
    WriteKeys keys = WriteKeys.parse("# a comment\nother\n write-key \n");
    server.start(
        Set.of("127.0.0.1:" + server.port()),
        Map.of(CollectEndpoint.PATH, new CollectEndpoint(keys, new Origins(Set.of(SHOP)), calls)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatSegmentsOwnClientForNodeSendsIsTakenCallByCall() throws Exception {
    assertThat(post("batch", recorded()).statusCode()).isEqualTo(200);
    assertThat(taken)
        .extracting(Call::key, call -> call.json().replaceAll(".*\"type\":\"(\\w+)\".*", "$1"))
        .containsExactly(
            tuple("node-visitor", "identify"),
            tuple("node-visitor", "page"),
            tuple("node-visitor", "track"));
    assertThat(taken).allSatisfy(call -> assertThat(recorded()).contains(call.json()));
  }

  @Test
  void packedItIsTheSame() throws Exception {
    HttpResponse<String> response =
        send(request("batch").header("Content-Encoding", "gzip"), gzip(recorded()));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(taken).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "track,track",
    "page,page",
    "screen,screen",
    "identify,identify",
    "group,group",
    "alias,alias",
    "t,track",
    "p,page"
  })
  void aSingleCallIsOfTheTypeOfItsAddress(String name, String type) throws Exception {
    assertThat(post(name, "{\"userId\":\"u\",\"n\":1}").statusCode()).isEqualTo(200);
    assertThat(taken)
        .containsExactly(
            new Call("u", "{\"type\":\"%s\",\"userId\":\"u\",\"n\":1}".formatted(type)));
  }

  @Test
  void itsOwnTypeStays() throws Exception {
    post("track", "{\"anonymousId\":\"a\",\"userId\":\"u\",\"type\":\"track\"}");
    post("track", "{}");
    assertThat(taken)
        .containsExactly(
            new Call("a", "{\"anonymousId\":\"a\",\"userId\":\"u\",\"type\":\"track\"}"),
            new Call(null, "{\"type\":\"track\"}"));
  }

  @Test
  void theKeyMayStandInTheBody() throws Exception {
    HttpRequest.Builder bare = HttpRequest.newBuilder(address("batch"));
    assertThat(send(bare, bytes("{\"batch\":[],\"writeKey\":\"other\"}")).statusCode())
        .isEqualTo(200);
    assertThat(send(bare, bytes("{\"batch\":[],\"writeKey\":\"none\"}")).statusCode())
        .isEqualTo(401);
    assertThat(send(bare, bytes("{\"batch\":[{\"writeKey\":\"other\"}]}")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Basic", "Basic !", "Bearer write-key", "Basic d3Jvbmc6", "Basic Og=="})
  void nobodyElseMaySend(String authorization) throws Exception {
    HttpRequest.Builder wrong = HttpRequest.newBuilder(address("track"));
    if (!authorization.isEmpty()) {
      wrong.header("Authorization", authorization);
    }
    assertThat(send(wrong, bytes("{\"userId\":\"u\"}")).statusCode()).isEqualTo(401);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{",
        "{\"batch\":[}",
        "{\"batch\":[1]}",
        "{\"batch\":{}}",
        "{\"a\":1}",
        "{\"batch\":[]} {}",
        "{\"batch\":[{\"secret\"]}"
      })
  void whatIsNoBatchIsRefusedUnquoted(String body) throws Exception {
    HttpResponse<String> response = post("batch", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .startsWith("{\"success\":false,\"message\":\"")
        .endsWith("\"}")
        .doesNotContain("secret");
    assertThat(taken).isEmpty();
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    String big = "{\"a\":\"" + "x".repeat(33 * 1024) + "\"}";
    assertThat(post("track", big).statusCode()).isEqualTo(413);
    assertThat(post("batch", "{\"batch\":[{}," + big + "]}").statusCode()).isEqualTo(413);
    assertThat(post("batch", "{\"batch\":[{}" + ",{}".repeat(2_500) + "]}").statusCode())
        .isEqualTo(413);
    byte[] bomb = gzip("{\"batch\":[" + " ".repeat(20_000_000) + "]}");
    assertThat(bomb).hasSizeLessThan(30_000);
    assertThat(send(request("batch").header("Content-Encoding", "gzip"), bomb).statusCode())
        .isEqualTo(413);
    assertThat(taken).isEmpty();
  }

  @Test
  void whatIsPackedOtherwiseIsRefused() throws Exception {
    byte[] whole = gzip(recorded());
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThat(send(request("batch").header("Content-Encoding", "gzip"), half).statusCode())
        .isEqualTo(400);
    assertThat(send(request("batch").header("Content-Encoding", "gzip"), bytes("{}")).statusCode())
        .isEqualTo(400);
    assertThat(send(request("batch").header("Content-Encoding", "br"), whole).statusCode())
        .isEqualTo(415);
    assertThat(send(request("batch"), whole).statusCode()).isEqualTo(400);
  }

  @Test
  void otherAddressesAndMethodsAreRefused() throws Exception {
    assertThat(post("delete", "{}").statusCode()).isEqualTo(404);
    assertThat(client.send(request("track").GET().build(), BodyHandlers.discarding()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void whatTheBrokerDoesNotTakeIsToBeSentAgain() throws Exception {
    brokerIsDown = true;
    HttpResponse<String> response = post("batch", recorded());
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("send them again").doesNotContain("secret");
  }

  @Test
  void pagesOfNamedOriginsMaySendFromTheirBrowsers() throws Exception {
    HttpResponse<String> asked =
        client.send(
            request("track")
                .header("Origin", SHOP)
                .method("OPTIONS", BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
        .hasValueSatisfying(allowed -> assertThat(allowed).contains("authorization"));
    assertThat(
            send(request("track").header("Origin", "https://other.example"), bytes("{}"))
                .statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> post(String name, String body) throws Exception {
    return send(request(name), bytes(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, byte[] body) throws Exception {
    return client.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String name) {
    return HttpRequest.newBuilder(address(name)).header("Authorization", KEY);
  }

  private URI address(String name) {
    return URI.create("http://127.0.0.1:" + server.port() + CollectEndpoint.PATH + name);
  }

  /** What the client sent when {@code analytics-node/shopper.mjs} ran, with other times. */
  private static String recorded() {
    try (InputStream request =
        CollectEndpointTest.class.getResourceAsStream("/analytics-node/request.json")) {
      return new String(Objects.requireNonNull(request).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }
}
