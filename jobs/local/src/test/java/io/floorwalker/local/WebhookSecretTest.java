package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  /** The example that Standard Webhooks publishes. */
  @Test
  void signsAsTheStandardSays() {
    WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aTextThatIsNoSecretIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> WebhookSecret.parse("hunter2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the secret does not begin with whsec_");
  }
}
