package io.floorwalker.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The on-page channel as pages see it, over HTTP. */
class OfferEndpointTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:41:07Z");
  private static final int MOST = 250;
  private static final String SHOP = "https://shop.example";

  private final TestingClock clock = new TestingClock(NOW);
  private final Streams streams = new Streams(MOST);
  private final OfferBook book = new OfferBook(streams, clock);
  private final List<Outcome> shown = new CopyOnWriteArrayList<>();
  private final List<Feedback> said = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private PageServer server;

  @BeforeEach
  void start() {
    server = PageServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MOST);
    Answers answers =
        new Answers() {
          @Override
          public void shown(Outcome outcome) {
            shown.add(outcome);
          }

          @Override
          public void said(Feedback feedback) {
            said.add(feedback);
          }
        };
    OfferEndpoint endpoint =
        new OfferEndpoint(book, streams, new Origins(Set.of(SHOP)), answers, clock);
    server.start(Set.of("127.0.0.1:" + server.port()), Map.of(OfferEndpoint.PATH, endpoint));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anOfferReachesThePagesOfItsSessionAndNoOthers() {
    try (TestingPage anna = page("anna");
        TestingPage bert = page("bert")) {
      book.take(offer("a-1", "anna"));
      book.take(offer("a-2", "bert"));

      assertThat(anna.next("event: ")).isEqualTo("offer");
      assertThat(anna.next("id: ")).isEqualTo("a-1");
      assertThat(anna.next("data: "))
          .isEqualTo(
              "{\"action_id\":\"a-1\",\"treatment\":\"offer_chat\",\"channel\":\"chat\","
                  + "\"title\":\"Can we help?\",\"text\":\"Something seems not to work. Write to us,"
                  + " somebody is here now.\",\"expires_in_ms\":120000,\"at\":"
                  + NOW.toEpochMilli()
                  + "}");
      assertThat(bert.next("id: ")).isEqualTo("a-2");
    }
  }

  @Test
  void theSameActionAgainIsTheSameOffer() {
    try (TestingPage anna = page("anna")) {
      book.take(offer("a-1", "anna"));
      book.take(offer("a-1", "anna"));
      book.take(offer("a-2", "anna"));

      assertThat(anna.next("id: ")).isEqualTo("a-1");
      assertThat(anna.next("id: ")).isEqualTo("a-2");
    }
  }

  @Test
  void whatIsNotForThePageOfASessionIsLeftAlone() {
    Action staff = offer("a-1", "anna");
    staff.setAudience(Audience.INTERNAL);
    Action mail = offer("a-2", "anna");
    mail.setChannel("email");
    Action held = offer("a-3", "anna");
    held.setStatus("held");
    Action customer = offer("a-4", "anna");
    customer.setRecipientRef("customer:anna");
    Action forged = offer("a-5\nevent: offer", "anna");
    try (TestingPage anna = page("anna")) {
      List.of(staff, mail, held, customer, forged).forEach(book::take);
      book.take(offer("a-6", "anna"));

      assertThat(anna.next("id: ")).isEqualTo("a-6");
    }
  }

  @Test
  void anExpiredOfferIsNeitherSentNorShown() throws Exception {
    book.take(offer("a-1", "anna"));
    clock.pass(Duration.ofMinutes(2).minusMillis(1));
    book.take(offer("a-2", "anna"));
    try (TestingPage anna = page("anna")) {
      assertThat(anna.next("id: ")).isEqualTo("a-1");
    }
    clock.pass(Duration.ofMillis(1));
    Action later = offer("a-3", "anna");
    later.setExpiresAt(clock.instant().plusSeconds(1));
    book.take(later);
    try (TestingPage anna = page("anna")) {
      assertThat(anna.next("id: ")).isEqualTo("a-3");
    }

    assertThat(answer("anna", "a-1", "shown")).isEqualTo(410);
    assertThat(answer("anna", "a-3", "shown")).isEqualTo(204);
    assertThat(shown).extracting(Outcome::getActionId).containsExactly("a-3");
  }

  @Test
  void onePageShowsItAndNoOtherDoes() throws Exception {
    book.take(offer("a-1", "anna"));

    assertThat(answer("anna", "a-1", "shown")).isEqualTo(204);
    assertThat(answer("anna", "a-1", "shown")).isEqualTo(409);
    book.take(offer("a-2", "anna"));
    try (TestingPage anna = page("anna")) {
      assertThat(anna.next("id: ")).isEqualTo("a-2");
    }
  }

  @Test
  void whoComesBackIsGivenWhatCameAfterTheLastSeen() {
    book.take(offer("a-1", "anna"));
    book.take(offer("a-2", "anna"));
    book.take(offer("a-3", "anna"));

    try (TestingPage anna = page("anna", "Last-Event-ID: a-2")) {
      assertThat(anna.next("id: ")).isEqualTo("a-3");
    }
    try (TestingPage anna = page("anna", "Last-Event-ID: of another server")) {
      assertThat(anna.next("id: ")).isEqualTo("a-1");
    }
  }

  @Test
  void answersBecomeRecordsWithDerivedIds() throws Exception {
    book.take(offer("a-1", "anna"));
    answer("anna", "a-1", "shown");
    clock.pass(Duration.ofSeconds(9));

    assertThat(answer("anna", "a-1", "chat_accepted")).isEqualTo(204);
    assertThat(answer("anna", "a-1", "chat_accepted")).isEqualTo(409);
    assertThat(answer("anna", "a-1", "dismissed")).isEqualTo(204);

    assertThat(shown)
        .containsExactly(
            Outcome.newBuilder()
                .setOutcomeId(Ids.outcome("shown", "a-1"))
                .setOccurredAt(NOW)
                .setKind(OutcomeKind.SHOWN)
                .setDecisionId("d-1")
                .setActionId("a-1")
                .setCustomerKey("u-anna")
                .setJob("page")
                .build());
    assertThat(said)
        .extracting(Feedback::getKind, Feedback::getFeedbackId, Feedback::getOccurredAt)
        .containsExactly(
            tuple(
                OutcomeKind.CHAT_ACCEPTED, Ids.outcome("chat_accepted", "a-1"), NOW.plusSeconds(9)),
            tuple(OutcomeKind.DISMISSED, Ids.outcome("dismissed", "a-1"), NOW.plusSeconds(9)));
  }

  @Test
  void whatWasNotShownCannotBeAnswered() throws Exception {
    book.take(offer("a-1", "anna"));

    assertThat(answer("anna", "a-1", "clicked")).isEqualTo(409);
    assertThat(answer("bert", "a-1", "shown")).isEqualTo(404);
    assertThat(answer("anna", "a-9", "shown")).isEqualTo(404);
    assertThat(answer("anna", "a-1", "converted")).isEqualTo(400);
    assertThat(said).isEmpty();
  }

  @Test
  void pagesOfOtherOriginsMayNeitherListenNorAnswer() throws Exception {
    book.take(offer("a-1", "anna"));

    try (TestingPage evil = page("anna", "Origin: https://evil.example")) {
      assertThat(evil.status()).contains(" 403 ");
    }
    HttpRequest.Builder answer = request("/sse/anna/a-1").POST(BodyPublishers.ofString("shown"));
    assertThat(send(answer.copy().header("Origin", "null")).statusCode()).isEqualTo(403);
    HttpResponse<String> allowed = send(answer.header("Origin", SHOP));
    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
  }

  @Test
  void anotherNameOfThisMachineIsRefused() throws Exception {
    URI byName = URI.create("http://localhost:" + server.port() + "/sse/anna");

    assertThat(send(HttpRequest.newBuilder(byName)).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sse/", "/sse/a%0Ab", "/sse/anna/a-1/more", "/sse/a%20b"})
  void whatIsNoIdIsNotFound(String path) throws Exception {
    assertThat(send(request(path)).statusCode()).isEqualTo(404);
  }

  @Test
  void hundredsOfPagesAreServedAndThenNoMore() {
    List<TestingPage> pages = new ArrayList<>();
    try {
      for (int number = 0; number < MOST; number++) {
        pages.add(page("session-" + number));
      }
      try (TestingPage more = page("one-more")) {
        assertThat(more.status()).contains(" 503 ");
      }
      for (int number = 0; number < MOST; number++) {
        book.take(offer("a-" + number, "session-" + number));
      }
      for (int number = 0; number < MOST; number++) {
        assertThat(pages.get(number).next("id: ")).isEqualTo("a-" + number);
      }
    } finally {
      pages.forEach(TestingPage::close);
    }
  }

  @Test
  void theNinthPageOfASessionMakesTheOldestGiveWay() {
    List<EventStream> open = new ArrayList<>();
    for (int number = 0; number < 9; number++) {
      open.add(streams.open("anna"));
    }

    assertThat(open.get(0).hasEnded()).isTrue();
    assertThat(open.subList(1, 9)).noneMatch(EventStream::hasEnded);
    open.forEach(streams::close);
    assertThat(streams.count()).isZero();
  }

  @Test
  void aPageThatDoesNotReadIsLetGo() {
    EventStream stream = streams.open("anna");
    for (int number = 0; number < 64; number++) {
      streams.send("anna", new ServerEvent("offer", null, "{}"));
    }
    assertThat(stream.hasEnded()).isFalse();

    streams.send("anna", new ServerEvent("offer", null, "{}"));

    assertThat(stream.hasEnded()).isTrue();
  }

  private TestingPage page(String session, String... headers) {
    return TestingPage.open(server.port(), session, headers);
  }

  private int answer(String session, String action, String word) throws Exception {
    return send(request("/sse/" + session + "/" + action).POST(BodyPublishers.ofString(word)))
        .statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(5));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static Action offer(String id, String session) {
    return Action.newBuilder()
        .setActionId(id)
        .setChangedAt(NOW)
        .setCreatedAt(NOW)
        .setStatus("planned")
        .setDecisionId("d-1")
        .setDetectionId("x-1")
        .setTreatment("offer_chat")
        .setChannel("chat")
        .setAudience(Audience.CUSTOMER)
        .setCustomerKey("u-" + session)
        .setRecipientRef("session:" + session)
        .setScheduledAt(NOW)
        .setExpiresAt(NOW.plusSeconds(120))
        .setRuleVersion("1")
        .setJob("decide")
        .build();
  }
}
