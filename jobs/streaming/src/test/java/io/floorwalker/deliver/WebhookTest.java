package io.floorwalker.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Action;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class WebhookTest {
  private static final byte[] SECRET = "0123456789abcdef01234567".getBytes(UTF_8);

  @Test
  void aTargetCanVerifyWhoSentIt() throws Exception {
    try (TestingTarget target = TestingTarget.open()) {
      assertThat(send(target, true, Actions.planned("a-1").build()).result())
          .isEqualTo(Result.DELIVERED);

      TestingTarget.Request request = target.requests().get(0);
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/hook/very-secret");
      assertThat(request.header("content-type")).isEqualTo("application/json");
      assertThat(request.header("webhook-id")).isEqualTo("a-1");
      assertThat(request.header("webhook-timestamp"))
          .isEqualTo(Long.toString(Actions.NOON.getEpochSecond()));
      assertThat(isGenuine(request)).isTrue();
    }
  }

  @Test
  void aTargetWithoutSecretGetsNoSignature() throws Exception {
    try (TestingTarget target = TestingTarget.open()) {
      send(target, false, Actions.planned("a-1").build());
      assertThat(target.requests().get(0).header("webhook-signature")).isEmpty();
      assertThat(target.requests().get(0).header("webhook-id")).isEqualTo("a-1");
    }
  }

  @Test
  void whatIsOverIsAMessageOfItsOwn() throws Exception {
    try (TestingTarget target = TestingTarget.open()) {
      send(target, true, Actions.planned("a-1").setVersion(2).setStatus("CANCELLED").build());
      TestingTarget.Request request = target.requests().get(0);
      assertThat(request.header("webhook-id")).isEqualTo("a-1.cancelled");
      assertThat(isGenuine(request)).isTrue();
      assertThat(new String(request.body(), UTF_8))
          .startsWith("{\"type\":\"action.cancelled\",\"action_id\":\"a-1\"");
    }
  }

  /** JSON is YAML, so another library than the one that wrote it can read it. */
  @Test
  void theBodyHoldsTheActionAndWhatHasToBeEscapedIs() throws Exception {
    Action action =
        Actions.planned("a-1")
            .setReason("said \"no\"\nthen <!channel> \u2028 \u0001 \\ \ud83d\uded2")
            .setThreadKey("t-1")
            .build();
    try (TestingTarget target = TestingTarget.open()) {
      send(target, true, action);
      String body = new String(target.requests().get(0).body(), UTF_8);
      Object read = new Load(LoadSettings.builder().build()).loadFromString(body);
      assertThat((Map<?, ?>) read)
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .containsEntry("type", "action.planned")
          .containsEntry("action_id", "a-1")
          .containsEntry("decision_id", "d-a-1")
          .containsEntry("detection_id", "x-a-1")
          .containsEntry("treatment", "offer_chat")
          .containsEntry("variant", "short")
          .containsEntry("channel", "chat")
          .containsEntry("audience", "customer")
          .containsEntry("purpose", "service")
          .containsEntry("site", "shop")
          .containsEntry("recipient_ref", "customer:u-1")
          .containsEntry("customer_key", "u-1")
          .containsEntry("account_id", null)
          .containsEntry("contact_id", null)
          .containsEntry("reason", action.getReason())
          .containsEntry("thread_key", "t-1")
          .containsEntry("created_at", "2026-03-02T12:00:00.000Z")
          .containsEntry("expires_at", "2026-03-02T12:02:00.000Z")
          .hasSize(18);
    }
  }

  private Answer send(TestingTarget target, boolean signed, Action action) throws Exception {
    Signature signature = signed ? Signature.ofSecret(SECRET) : null;
    Webhook webhook = new Webhook(TestingWeb.open(), target.address(), signature);
    Letter letter = Letter.first(action);
    return letter.isOver()
        ? webhook.takeBack(letter, Actions.NOON)
        : webhook.carry(letter, Actions.NOON);
  }

  /**
   * A receiver as the specification describes it: the signed content is id, timestamp and body with
   * full stops between; one of the space-separated signatures has to match.
   */
  private static boolean isGenuine(TestingTarget.Request request) throws GeneralSecurityException {
    byte[] head =
        (request.header("webhook-id") + '.' + request.header("webhook-timestamp") + '.')
            .getBytes(UTF_8);
    byte[] content = new byte[head.length + request.body().length];
    System.arraycopy(head, 0, content, 0, head.length);
    System.arraycopy(request.body(), 0, content, head.length, request.body().length);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
    String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
    return List.of(request.header("webhook-signature").split(" ")).contains(expected);
  }
}
