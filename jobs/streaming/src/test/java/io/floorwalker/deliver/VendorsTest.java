package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.NOON;
import static io.floorwalker.deliver.Actions.occasion;
import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.floorwalker.deliver.message.Wording;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.deliver.web.Web;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each channel against a server that answers as its vendor documents. */
class VendorsTest {
  private static final Wording WORDING = Wording.in("en", "https://desk.example/{detection_id}");
  private static final Action ACTION =
      planned("a-1")
          .setAudience(Audience.INTERNAL)
          .setTreatment("open_incident")
          .setOccasion(occasion("incident").setScore(0.4).build())
          .build();

  private static final Action OVER =
      Action.newBuilder(ACTION).setVersion(2).setStatus("CANCELLED").build();
  private static final String OK = "{\"ok\": true}";

  private final TestingTarget server = TestingTarget.open();
  private final Web web = TestingWeb.open();
  private final URI root = server.address().resolve("/");

  @AfterEach
  void close() {
    web.close();
    server.close();
  }

  @Test
  void slackGetsTheMessageInTheRecipientsConversation() throws IOException {
    server.then(200, "{\"ok\": true, \"channel\": \"C1\", \"ts\": \"1.2\"}");
    Answer answer = slack(ref -> Optional.of("C-" + ref)).carry(Letter.first(ACTION), NOON);

    assertThat(answer.result()).isEqualTo(Result.DELIVERED);
    TestingTarget.Request request = server.requests().get(0);
    assertThat(request.path()).isEqualTo("/chat.postMessage");
    assertThat(request.header("authorization")).isEqualTo("Bearer token");
    assertThat(body(request).get("channel")).isEqualTo("C-customer:u-1");
    assertThat(text(request))
        .contains("Many shoppers are stuck at once at payment")
        .contains("40 % of the shoppers struggle at once in the shop shop at payment.")
        .contains("Far more sessions struggle there")
        .contains("2 Mar 2026, 11:50 UTC")
        .contains("Look at the step and at the last release")
        .contains("https://desk.example/x-a-1");
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, FAILED, false",
    "invalid_blocks, FAILED, false",
    "invalid_auth, FAILED, true",
    "token_revoked, FAILED, true",
    "internal_error, RETRY, false",
    "ratelimited, RETRY, false",
  })
  void slackSaysNoWithAWord(String error, Result result, boolean shut) throws IOException {
    server.then(200, "{\"ok\": false, \"error\": \"" + error + "\"}");
    Answer answer = slack(ref -> Optional.of("C1")).carry(Letter.first(ACTION), NOON);
    assertThat(answer.result()).isEqualTo(result);
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.shut()).isEqualTo(shut);
  }

  @Test
  void slackAsksToWaitAndNonsenseIsTriedAgain() throws IOException {
    server.then(429, Map.of("Retry-After", "30")).then(200, "<html>");
    Slack slack = slack(ref -> Optional.of("C1"));
    assertThat(slack.carry(Letter.first(ACTION), NOON).retryAfterMillis()).isEqualTo(30_000);
    assertThat(slack.carry(Letter.first(ACTION), NOON).result()).isEqualTo(Result.RETRY);
  }

  @Test
  void whoHasNoAddressIsNotWrittenTo() throws IOException {
    assertThat(slack(ref -> Optional.empty()).carry(Letter.first(ACTION), NOON).error())
        .isEqualTo("no_address");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, DELIVERED", "202, DELIVERED", "400, FAILED", "410, FAILED", "429, RETRY"})
  void hooksOfSlackAndTeamsAnswerWithAStatus(int status, Result result) throws IOException {
    server.then(status).then(status);
    URI hook = server.address();
    Answer slack =
        new MessageHook(web, hook, WORDING, SlackMessage::of).carry(Letter.first(ACTION), NOON);
    Answer teams =
        new MessageHook(web, hook, WORDING, TeamsCard::of).carry(Letter.first(ACTION), NOON);
    assertThat(slack.result()).isEqualTo(result);
    assertThat(teams.result()).isEqualTo(result);
    assertThat(body(server.requests().get(0))).containsKey("blocks").doesNotContainKey("channel");
    assertThat(body(server.requests().get(1))).containsEntry("type", "message");
  }

  @Test
  void hubSpotCreatesSomeAndTheOthersFailForThemselves() throws IOException {
    server.then(
        207,
        """
        {"status": "COMPLETE", "numErrors": 2,
         "results": [{"id": "1", "objectWriteTraceId": "a-1"}],
         "errors": [
           {"status": "error", "category": "VALIDATION_ERROR",
            "message": "secret text", "context": {"objectWriteTraceId": ["a-2"]}},
           {"status": "error", "category": "RATE_LIMITS",
            "context": {"objectWriteTraceId": ["a-3"]}}]}
        """);
    List<Letter> letters =
        List.of(
            of("a-1"),
            of("a-2"),
            of("a-3"),
            of("a-4"),
            Letter.first(planned("a-5").setRecipientRef("x").build()));
    Map<String, Answer> answers = hubSpot(true).carry(letters, NOON);

    assertThat(answers.get("a-1")).isEqualTo(Answer.http(201, null).under("1"));
    assertThat(answers.get("a-2")).isEqualTo(Answer.impossible("VALIDATION_ERROR"));
    assertThat(answers.get("a-3")).isEqualTo(Answer.none("RATE_LIMITS"));
    assertThat(answers.get("a-4")).as("not spoken of").isEqualTo(Answer.none("no_result"));
    assertThat(answers.get("a-5")).isEqualTo(Answer.noAddress());
    TestingTarget.Request request = server.requests().get(0);
    assertThat(request.path()).isEqualTo("/crm/v3/objects/tasks/batch/create");
    assertThat((List<?>) body(request).get("inputs")).hasSize(4);
    assertThat(text(request))
        .contains("\"associationTypeId\":204")
        .contains("\"hs_timestamp\":\"2026-03-02T12:00:00Z\"")
        .contains("{\"id\":\"77\"}");
  }

  @ParameterizedTest
  @CsvSource({"201, DELIVERED", "400, FAILED", "401, FAILED", "429, RETRY", "502, RETRY"})
  void hubSpotAnswersForAll(int status, Result result) throws IOException {
    server.then(status, "{}");
    Map<String, Answer> answers = hubSpot(false).carry(List.of(of("a-1"), of("a-2")), NOON);
    assertThat(answers.values()).extracting(Answer::result).containsExactly(result, result);
    assertThat(server.requests().get(0).path()).isEqualTo("/crm/v3/objects/notes/batch/create");
  }

  @Test
  void salesforceUpsertsByTheActionsIdAndKeepsItsSession() throws IOException {
    server.then(200, "{\"access_token\": \"t-1\", \"instance_url\": \"https://evil.example\"}");
    server.then(201, "{\"id\": \"00T\", \"success\": true}").then(204);
    Salesforce salesforce = salesforce();
    assertThat(salesforce.carry(Letter.first(ACTION), NOON).result()).isEqualTo(Result.DELIVERED);
    assertThat(salesforce.carry(Letter.first(ACTION), NOON).result()).isEqualTo(Result.DELIVERED);

    assertThat(server.requests())
        .extracting(request -> request.method() + " " + request.path())
        .containsExactly(
            "POST /services/oauth2/token",
            "PATCH /services/data/v61.0/sobjects/Task/Floorwalker_Id__c/a-1",
            "PATCH /services/data/v61.0/sobjects/Task/Floorwalker_Id__c/a-1");
    assertThat(text(server.requests().get(0)))
        .isEqualTo("grant_type=client_credentials&client_id=id%26x&client_secret=hush");
    assertThat(server.requests().get(2).header("authorization")).isEqualTo("Bearer t-1");
    assertThat(body(server.requests().get(1)))
        .containsKeys("Subject", "Description", "Status", "Priority");
  }

  @Test
  void anEndedSessionIsOpenedAgainOnce() throws IOException {
    String ended = "[{\"errorCode\": \"INVALID_SESSION_ID\", \"message\": \"hush\"}]";
    server.then(200, "{\"access_token\": \"t-1\"}").then(401, ended);
    server.then(200, "{\"access_token\": \"t-2\"}").then(204);
    assertThat(salesforce().carry(Letter.first(ACTION), NOON).result()).isEqualTo(Result.DELIVERED);
    assertThat(server.requests().get(3).header("authorization")).isEqualTo("Bearer t-2");

    server.then(200, "{\"access_token\": \"t-3\"}").then(401, ended);
    server.then(200, "{\"access_token\": \"t-4\"}").then(401, ended);
    Answer answer = salesforce().carry(Letter.first(ACTION), NOON);
    assertThat(answer.result()).isEqualTo(Result.FAILED);
    assertThat(answer.shut()).isTrue();
  }

  @Test
  void salesforceThrottlesAndRefuses() throws IOException {
    server.then(200, "{\"access_token\": \"t-1\"}");
    server.then(403, "[{\"errorCode\": \"REQUEST_LIMIT_EXCEEDED\"}]");
    Answer throttled = salesforce().carry(Letter.first(ACTION), NOON);
    assertThat(throttled.result()).isEqualTo(Result.RETRY);
    assertThat(throttled.retryAfterMillis()).isEqualTo(300_000);
    assertThat(throttled.shut()).isFalse();

    server.then(400, "{\"error\": \"invalid_grant\", \"error_description\": \"hush\"}");
    Answer refused = salesforce().carry(Letter.first(ACTION), NOON);
    assertThat(refused).isEqualTo(Answer.refused("invalid_grant"));
  }

  @Test
  void whatComesTogetherIsSentTogether() {
    server.then(201, "{}").then(201, "{}");
    TestingTime time = new TestingTime(NOON);
    ArrayDeque<Runnable> threads = new ArrayDeque<>();
    Batched batched = new Batched("crm", hubSpot(true), threads::add);
    var first = batched.send(of("a-1"), time.instant());
    var second = batched.send(of("a-2"), time.instant());
    assertThat(threads).hasSize(1);
    threads.remove().run();
    assertThat(first.join().result()).isEqualTo(Result.DELIVERED);
    assertThat(second.join().result()).isEqualTo(Result.DELIVERED);
    assertThat(server.requests()).hasSize(1);

    batched.send(of("a-3"), time.instant());
    threads.remove().run();
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aDirectoryOverHttpIsAskedForEachRecipient() throws IOException {
    server.then(200, "{\"address\": \"jane@shop.example\"}").then(404).then(503).then(200, "{}");
    HttpDirectory directory = new HttpDirectory(web, root.resolve("/who/"));
    assertThat(directory.address("owner:jane doe")).contains("jane@shop.example");
    assertThat(directory.address("x")).isEmpty();
    assertThatThrownBy(() -> directory.address("x")).isInstanceOf(DirectoryDown.class);
    assertThat(directory.address("x")).isEmpty();
    assertThat(server.requests().get(0).path()).isEqualTo("/who/owner:jane doe");
  }

  @Test
  void slackChangesItsMessageAndForgetsNothingOfWhereItIs() throws IOException {
    server.then(200, "{\"ok\": true, \"channel\": \"C024BE\", \"ts\": \"17.0021\"}").then(200, OK);
    Slack slack = slack(ref -> Optional.of("C1"));
    String handle = slack.carry(Letter.first(ACTION), NOON).said().handle();
    Answer over = slack.takeBack(new Letter(OVER, handle), NOON);

    assertThat(over.result()).isEqualTo(Result.DELIVERED);
    TestingTarget.Request update = server.requests().get(1);
    assertThat(update.path()).isEqualTo("/chat.update");
    assertThat(body(update)).containsEntry("channel", "C024BE").containsEntry("ts", "17.0021");
    assertThat(text(update))
        .contains("Over: Many shoppers are stuck at once at payment")
        .contains("something came in late");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C1", "C1 ", "C1 now", "c1 1.2", "C1 1.2\\n"})
  void slackIsNotToldOfAMessageThatNobodyKnows(String handle) throws IOException {
    Answer over = slack(ref -> Optional.of("C1")).takeBack(new Letter(OVER, handle), NOON);
    assertThat(over).isEqualTo(Answer.irrevocable());
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aHookGetsASecondMessage() throws IOException {
    MessageHook teams = new MessageHook(web, server.address(), WORDING, TeamsCard::of);
    assertThat(teams.takeBack(new Letter(OVER, null), NOON).result()).isEqualTo(Result.DELIVERED);
    assertThat(text(server.requests().get(0))).contains("Over: Many shoppers are stuck at once");
  }

  @Test
  void hubSpotCompletesTheTaskThatItHasCreated() throws IOException {
    server.then(201, "{\"results\": [{\"id\": \"512\", \"objectWriteTraceId\": \"a-1\"}]}");
    server.then(201, "{}").then(200, "{}");
    HubSpot hubSpot = hubSpot(true);
    Answer created = hubSpot.carry(List.of(of("a-1")), NOON).get("a-1");
    Letter over = new Letter(OVER, Objects.requireNonNull(created).said().handle());
    Map<String, Answer> answers = hubSpot.carry(List.of(over, of("a-2")), NOON);

    assertThat(answers.values()).extracting(Answer::result).containsOnly(Result.DELIVERED);
    assertThat(server.requests())
        .extracting(TestingTarget.Request::path)
        .containsExactly(
            "/crm/v3/objects/tasks/batch/create",
            "/crm/v3/objects/tasks/batch/create",
            "/crm/v3/objects/tasks/batch/update");
    assertThat(text(server.requests().get(2)))
        .contains("\"id\":\"512\"")
        .contains("\"hs_task_status\":\"COMPLETED\"");
    assertThat(hubSpot(false).carry(List.of(over), NOON)).containsValue(Answer.irrevocable());
    assertThat(hubSpot(true).carry(List.of(Letter.first(OVER)), NOON))
        .containsValue(Answer.irrevocable());
  }

  @Test
  void salesforceCompletesTheTask() throws IOException {
    server.then(200, "{\"access_token\": \"t-1\"}").then(204);
    assertThat(salesforce().takeBack(Letter.first(OVER), NOON).result())
        .isEqualTo(Result.DELIVERED);
    TestingTarget.Request request = server.requests().get(1);
    assertThat(request.path()).endsWith("/Task/Floorwalker_Id__c/a-1");
    assertThat(body(request)).containsOnly(entry("Status", "Completed"));
  }

  @Test
  void salesforceSaysWhoseTaskItIs() throws IOException {
    server.then(200, "{\"access_token\": \"t-1\"}").then(204);
    Salesforce salesforce = salesforce(ref -> Optional.of("005xx0001"));
    assertThat(salesforce.carry(Letter.first(ACTION), NOON).result()).isEqualTo(Result.DELIVERED);
    assertThat(body(server.requests().get(1))).containsEntry("OwnerId", "005xx0001");

    server.then(200, "{\"access_token\": \"t-2\"}").then(204);
    salesforce(ref -> Optional.of("003xx0001")).carry(Letter.first(ACTION), NOON);
    assertThat(body(server.requests().get(3))).containsEntry("WhoId", "003xx0001");

    int before = server.requests().size();
    Answer unknown = salesforce(ref -> Optional.empty()).carry(Letter.first(ACTION), NOON);
    assertThat(unknown).isEqualTo(Answer.noAddress());
    assertThat(server.requests()).hasSize(before);
  }

  @Test
  void slackGoesOnInTheThreadOfTheAccount() throws IOException {
    server.then(200, "{\"ok\": true, \"channel\": \"D7\", \"ts\": \"2.1\"}");
    Slack slack = slack(ref -> Optional.of("U1"));
    slack.carry(new Letter(ACTION, "D7 1.1"), NOON);
    assertThat(body(server.requests().get(0)))
        .containsEntry("channel", "D7")
        .containsEntry("thread_ts", "1.1");
  }

  @Test
  void aThreadThatSomebodyRemovedIsBegunAnew() throws IOException {
    server.then(200, "{\"ok\": false, \"error\": \"thread_not_found\"}");
    server.then(200, "{\"ok\": true, \"channel\": \"D7\", \"ts\": \"2.1\"}");
    Answer answer = slack(ref -> Optional.of("U1")).carry(new Letter(ACTION, "D7 1.1"), NOON);
    assertThat(answer.said().handle()).isEqualTo("D7 2.1");
    assertThat(body(server.requests().get(1)))
        .containsEntry("channel", "U1")
        .doesNotContainKey("thread_ts");
  }

  private static Letter of(String id) {
    return Letter.first(planned(id).setAudience(Audience.INTERNAL).build());
  }

  private Slack slack(RecipientDirectory directory) {
    return new Slack(web, root, "token", directory, WORDING);
  }

  private HubSpot hubSpot(boolean task) {
    RecipientDirectory contacts =
        ref -> ref.startsWith("customer:") ? Optional.of("77") : Optional.empty();
    return new HubSpot(web, root, "token", new HubSpotRecord(task, contacts, WORDING));
  }

  private Salesforce salesforce() {
    return salesforce(null);
  }

  private Salesforce salesforce(@Nullable RecipientDirectory people) {
    return new Salesforce(
        web,
        new SalesforceLogin(web, root, "id&x", "hush"),
        new SalesforceRecord("Task", "Floorwalker_Id__c", WORDING, people));
  }

  private static String text(TestingTarget.Request request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked") // JSON objects have texts as keys.
  private static Map<String, Object> body(TestingTarget.Request request) {
    return (Map<String, Object>) new Json().object(text(request));
  }
}
