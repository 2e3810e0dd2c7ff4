package io.floorwalker.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the example in Slack's own documentation. */
class SlackSignatureTest {
  private static final String TIME = "1531420618";
  private static final String PROOF =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final byte[] BODY =
      ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
              + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
              + "&command=%2Fwebhook-collect&text="
              + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
              + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
              + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
          .getBytes(UTF_8);

  private final SlackSignature signature = new SlackSignature("8f742231b10e8888abcd99yyyzzz85a5");

  @ParameterizedTest
  @CsvSource({"0, true", "300, true", "301, false", "-300, true", "-301, false"})
  void slacksExampleHoldsForFiveMinutes(long age, boolean holds) {
    Instant now = Instant.ofEpochSecond(1531420618 + age);
    assertThat(signature.proves(PROOF, TIME, BODY, now)).isEqualTo(holds);
  }

  @Test
  void nothingElseProvesAnything() {
    Instant now = Instant.ofEpochSecond(1531420618);
    assertThat(signature.proves(null, TIME, BODY, now)).isFalse();
    assertThat(signature.proves(PROOF, null, BODY, now)).isFalse();
    assertThat(signature.proves("", TIME, BODY, now)).isFalse();
    assertThat(signature.proves(PROOF.replace("v0", "v1"), TIME, BODY, now)).isFalse();
    assertThat(signature.proves(PROOF, "1531420617", BODY, now)).isFalse();
    assertThat(signature.proves(PROOF, "now", BODY, now)).isFalse();
    assertThat(signature.proves(PROOF, TIME, "payload={}".getBytes(UTF_8), now)).isFalse();
    assertThat(new SlackSignature("another").proves(PROOF, TIME, BODY, now)).isFalse();
  }
}
