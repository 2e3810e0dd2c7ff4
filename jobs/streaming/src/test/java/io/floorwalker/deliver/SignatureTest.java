package io.floorwalker.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignatureTest {

  /** The example that the libraries of Standard Webhooks test themselves with. */
  @Test
  void thePublishedExampleIsSignedAsPublished() {
    Signature signature =
        Signature.ofSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".getBytes(UTF_8));
    byte[] body = "{\"test\": 2432232314}".getBytes(UTF_8);
    assertThat(signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aSecretMayStandAsItIsAndALineBreakEndsIt() {
    byte[] body = "{}".getBytes(UTF_8);
    String bare = Signature.ofSecret("hush".getBytes(UTF_8)).of("m", 1, body);
    assertThat(Signature.ofSecret("hush\r\n".getBytes(UTF_8)).of("m", 1, body)).isEqualTo(bare);
    assertThat(Signature.ofSecret("whsec_aHVzaA==".getBytes(UTF_8)).of("m", 1, body))
        .as("Base64 of the same bytes")
        .isEqualTo(bare);
  }

  @Test
  void aWrongSecretIsNotShown() {
    assertThatThrownBy(() -> Signature.ofSecret("whsec_{very secret}".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("is not Base64 behind whsec_")
        .hasNoCause();
    assertThatThrownBy(() -> Signature.ofSecret("\n".getBytes(UTF_8))).hasMessage("is empty");
  }
}
