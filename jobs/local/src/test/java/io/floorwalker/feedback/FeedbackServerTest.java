package io.floorwalker.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.floorwalker.deliver.feedback.TicketOffice;
import io.floorwalker.page.PageServer;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.OutcomeKind;
import io.floorwalker.schema.Purpose;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff answer, over HTTP, as a browser, a tool and Slack send it. */
class FeedbackServerTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final TicketOffice office = new TicketOffice("0123456789abcdef");
  private final SlackSignature slack = new SlackSignature("slack's own secret");
  private final List<Feedback> said = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String ticket = office.ticket(action(NOON)).orElseThrow();
  private volatile boolean brokerTakes = true;
  private PageServer server;

  @BeforeEach
  void start() {
    server = PageServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    server.start(
        Set.of("127.0.0.1:" + server.port()),
        Map.of(
            FeedbackEndpoint.PATH,
            new FeedbackEndpoint(office, this::take, clock),
            SlackEndpoint.PATH,
            new SlackEndpoint(slack, office, this::take, clock)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Scanners of mail follow every link. */
  @Test
  void whoFollowsTheLinkIsAskedFirst() throws Exception {
    HttpResponse<String> page = send(at("feedback/not_useful?t=" + ticket).GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<form method=\"post\" action=\"not_useful\">", "value=\"" + ticket + "\"")
        .doesNotContain("<script");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(said).isEmpty();

    assertThat(post("not_useful", "t=" + ticket)).isEqualTo(200);
    assertThat(said)
        .extracting(Feedback::getKind, Feedback::getActionId, Feedback::getActor)
        .containsExactly(tuple(OutcomeKind.NOT_USEFUL, "a-1", null));
  }

  @Test
  void aToolSaysWhoAnswered() throws Exception {
    assertThat(post("snooze", "by=jane%40shop&t=" + ticket)).isEqualTo(200);
    assertThat(post("snooze", "t=" + ticket + "&by=" + "j".repeat(500))).isEqualTo(200);
    assertThat(said)
        .extracting(Feedback::getActor, Feedback::getSnoozedUntil)
        .containsExactly(
            tuple("jane@shop", NOON.plus(Duration.ofDays(7))),
            tuple("j".repeat(120), NOON.plus(Duration.ofDays(7))));
    assertThat(said).extracting(Feedback::getFeedbackId).containsOnly(said.get(0).getFeedbackId());
  }

  @Test
  void whatIsNoAnswerIsRefused() throws Exception {
    assertThat(post("done", "t=" + ticket.substring(1))).isEqualTo(410);
    assertThat(post("done", "t=%zz")).isEqualTo(410);
    assertThat(post("done", "")).isEqualTo(410);
    String old = office.ticket(action(NOON.minus(Duration.ofDays(90)))).orElseThrow();
    assertThat(post("done", "t=" + old)).isEqualTo(410);
    assertThat(send(at("feedback/done?t=" + old).GET()).statusCode()).isEqualTo(410);
    assertThat(send(at("feedback/done").GET()).statusCode()).isEqualTo(410);
    assertThat(post("undone", "t=" + ticket)).isEqualTo(404);
    assertThat(post("done", "t=" + "x".repeat(70_000))).isEqualTo(413);
    assertThat(send(at("feedback/done?t=" + ticket).DELETE()).statusCode()).isEqualTo(405);
    assertThat(said).isEmpty();
  }

  @Test
  void whatTheBrokerDoesNotTakeIsNotThankedFor() throws Exception {
    brokerTakes = false;
    assertThat(post("done", "t=" + ticket)).isEqualTo(503);
    assertThat(click(click("done", ticket))).isEqualTo(503);
  }

  @Test
  void aClickInSlackIsAnAnswer() throws Exception {
    assertThat(click(click("done", ticket))).isEqualTo(200);
    assertThat(said)
        .extracting(Feedback::getKind, Feedback::getAccountId, Feedback::getActor)
        .containsExactly(tuple(OutcomeKind.DONE, "acme", "slack:U7"));
  }

  @Test
  void whatIsNoneOfOurButtonsIsNoAnswer() throws Exception {
    assertThat(click(click("approve", ticket))).isEqualTo(200);
    assertThat(click(click("done", "x"))).isEqualTo(200);
    assertThat(click("{\"type\":\"view_submission\"}")).isEqualTo(200);
    assertThat(click("{\"type\":\"block_actions\",\"actions\":[7,{\"action_id\":\"done\"}]}"))
        .isEqualTo(200);
    assertThat(click("[no json")).isEqualTo(200);
    assertThat(said).isEmpty();
  }

  @Test
  void whatSlackDidNotSignIsNotRead() throws Exception {
    String body = "payload=" + URLEncoder.encode(click("done", ticket), UTF_8);
    HttpRequest.Builder unsigned = at("slack").POST(BodyPublishers.ofString(body));
    assertThat(send(unsigned).statusCode()).isEqualTo(401);
    String late = Long.toString(NOON.minusSeconds(301).getEpochSecond());
    assertThat(send(signed(body, late)).statusCode()).isEqualTo(401);
    assertThat(send(at("slack").GET()).statusCode()).isEqualTo(405);
    assertThat(said).isEmpty();
  }

  private boolean take(Feedback answer) {
    return brokerTakes && said.add(answer);
  }

  private static String click(String button, String value) {
    return """
        {"type":"block_actions","user":{"id":"U7"},
         "actions":[{"type":"button","action_id":"%s","value":"%s"}]}"""
        .formatted(button, value);
  }

  private int click(String payload) throws Exception {
    String now = Long.toString(NOON.getEpochSecond());
    return send(signed("payload=" + URLEncoder.encode(payload, UTF_8), now)).statusCode();
  }

  private HttpRequest.Builder signed(String body, String time) {
    return at("slack")
        .header("X-Slack-Request-Timestamp", time)
        .header("X-Slack-Signature", slack.of(time, body.getBytes(UTF_8)))
        .POST(BodyPublishers.ofString(body));
  }

  private int post(String answer, String form) throws Exception {
    return send(at("feedback/" + answer).POST(BodyPublishers.ofString(form))).statusCode();
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static Action action(Instant at) {
    return Action.newBuilder()
        .setActionId("a-1")
        .setChangedAt(at)
        .setCreatedAt(at)
        .setStatus("planned")
        .setDecisionId("d-1")
        .setDetectionId("x-1")
        .setTreatment("alert_rep")
        .setVariant("short")
        .setChannel("chat")
        .setAudience(Audience.INTERNAL)
        .setPurpose(Purpose.SERVICE)
        .setSite("shop")
        .setAccountId("acme")
        .setContactId("jane")
        .setRecipientRef("owner:jane")
        .setScheduledAt(at)
        .setExpiresAt(at)
        .setRuleVersion("1")
        .setJob("decide")
        .build();
  }
}
