package io.floorwalker.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Consent;
import io.floorwalker.schema.ConsentState;
import io.floorwalker.schema.Purpose;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeardTest {

  @ParameterizedTest
  @CsvSource({
    "c-1|marketing|email, c-1, marketing.email",
    "c-1|MARKETING|email, c-1, marketing.email",
    "acme|ann|sales|phone, acme|ann, sales.phone"
  })
  void aRemovedConsentIsKnownByItsKey(String topicKey, String person, String consentKey) {
    assertThat(Heard.consent(topicKey, null))
        .contains(new Heard(person, null, consentKey, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c-1", "c-1|marketing"})
  void aKeyThatNamesNoConsentIsNone(String topicKey) {
    assertThat(Heard.consent(topicKey, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GRANTED, true", "DENIED, false", "UNKNOWN, false"})
  void onlyGrantedIsYes(ConsentState state, boolean granted) {
    Consent row =
        Consent.newBuilder()
            .setSubject("c-1")
            .setPurpose(Purpose.MARKETING)
            .setChannel("email")
            .setState(state)
            .setConsentRef("ref")
            .setChangedAt(Instant.EPOCH)
            .build();
    Heard heard = Heard.consent("c-1|marketing|email", row).orElseThrow();
    assertThat(heard.consentKey()).isEqualTo("marketing.email");
    assertThat(heard.consent()).isNotNull().matches(known -> known.granted() == granted);
  }

  @Test
  void aDetectionOfNobodyBelongsToItsSite() {
    assertThat(Heard.of(People.detection("d-1", "k", Instant.EPOCH).build()).key())
        .isEqualTo("shop");
    assertThat(Heard.of(People.silence("d-1", "1", "0m").build()).key()).isEqualTo("acme|ann");
    assertThat(Heard.of(People.cart("d-1", "c-1", "0m").build()).key()).isEqualTo("c-1");
  }
}
