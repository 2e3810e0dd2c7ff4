package io.floorwalker.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
  private static final long IN_2026 = Instant.parse("2026-12-31T23:59:59.999Z").toEpochMilli();

  private final Pseudonyms pseudonyms = TestingKeys.pseudonyms();

  @Test
  void isTheHmacThatAnybodyWithTheKeyComputes() {
    // printf 'email\nanna@example.org' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102..1f
    assertThat(pseudonyms.ofId("Anna@Example.org", IN_2026))
        .isEqualTo("email_k1_ad3246a74857704d604114b97e17b527");
  }

  @Test
  void theTimeOfTheRecordSaysWhichKey() {
    String before = pseudonyms.ofId("anna@example.org", IN_2026);
    String after = pseudonyms.ofId("anna@example.org", IN_2026 + 1);
    assertThat(before).startsWith("email_k1_");
    assertThat(after).startsWith("email_k2_");
    assertThat(after.substring(9)).isNotEqualTo(before.substring(9));
  }

  @Test
  void spellingsOfTheSameAreTheSame() {
    assertThat(pseudonyms.ofId("+49 (0)30 1234-567", 0))
        .isEqualTo(pseudonyms.ofId("+490301234567", 0))
        .startsWith("phone_");
    assertThat(pseudonyms.ofId("2001:DB8::1", 0))
        .isEqualTo(pseudonyms.ofId("2001:db8::1", 0))
        .startsWith("ip_");
  }

  @Test
  void aPseudonymIsLeftAsItIs() {
    String once = pseudonyms.ofId("anna@example.org", 0);
    assertThat(pseudonyms.ofId(once, 0)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u-1",
        "0012345678",
        "4915112345678",
        "550e8400-e29b-41d4-a716-446655440000",
        "1.2"
      })
  void otherIdsArePassedOn(String id) {
    assertThat(pseudonyms.ofId(id, 0)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "k1",
        "K1 2026-01-01T00:00:00Z c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0",
        "k_1 2026-01-01T00:00:00Z c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0",
        "k1 yesterday c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0",
        "k1 2026-01-01T00:00:00Z c2VjcmV0",
        "k1 2026-01-01T00:00:00Z c2VjcmV0!",
        "k1 2026-01-01T00:00:00Z c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0 more",
      })
  void keysThatCannotBeUsedAreRefusedUnquoted(String text) {
    assertThatThrownBy(() -> PseudonymKeys.parse(text))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void anIdAndATimeAreOneKeys() {
    assertThatThrownBy(() -> PseudonymKeys.parse(TestingKeys.LINES + TestingKeys.LINES))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("line 7");
  }

  @Test
  void thereIsNoKeyThatNobodySet() {
    assertThatThrownBy(() -> Privacy.of(Settings.builtIn()))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("privacy.keys.file")
        .hasMessageContaining("floorwalker pseudonym --new-key k1");
  }
}
