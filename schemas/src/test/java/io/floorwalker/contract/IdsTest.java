package io.floorwalker.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected ids were computed with Python's uuid.uuid5 and json.dumps. */
class IdsTest {
  private static final String DETECTION = "83e40816-9096-5a16-bd78-b7afafd02e26";

  @Test
  void theCheckValueOfTheContractHolds() {
    assertThat(Ids.detection("cart_abandoned", "", "e-1")).isEqualTo(DETECTION);
  }

  @Test
  void aKindWithoutStepsHasTheEmptyStep() {
    assertThat(Ids.detection("cart_abandoned", null, "e-1")).isEqualTo(DETECTION);
  }

  @Test
  void aStepChangesTheId() {
    assertThat(Ids.detection("stakeholder_stale", "2", "e-1"))
        .isEqualTo("b5057b26-89d3-5134-a1a2-6d6b4fd35cb9");
  }

  @Test
  void aDecisionIsNamedByItsDetectionAndAttempt() {
    assertThat(Ids.decision(DETECTION, 1)).isEqualTo("39ca58cc-2c05-56ae-ba65-82ce4fe31d43");
  }

  @Test
  void anActionIsNamedByTreatmentAndRecipientToo() {
    assertThat(Ids.action(DETECTION, "send_reminder", "r-9", 2))
        .isEqualTo("ea498ca2-b764-5e3a-930e-8f60097661b0");
  }

  @Test
  void anImportedRowIsNamedByItsTextAsItStandsInTheFile() {
    String row = "2019-11-01,\"café \\ \uD83D\uDED2\"\t\u0001\u007F/\u2028";

    assertThat(Ids.imported("rees46", 42, row)).isEqualTo("0bdde857-4e79-5ea7-9bce-63dce9ee9c68");
  }

  @Test
  void idsAreOfVersionFiveAndTheUsualVariant() {
    UUID id = UUID.fromString(Ids.decision(DETECTION, 7));

    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void jsonUsesTheShortEscapesAndLowerCaseForTheOthers() {
    assertThat(new JsonArray().text("\"\\/\b\f\n\r\t\u0000\u001F\u007F"))
        .hasToString("[\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007F\"]");
  }

  @Test
  void jsonKeepsWhatIsNotAscii() {
    assertThat(new JsonArray().text("é\u2028\uD83D\uDED2"))
        .hasToString("[\"é\u2028\uD83D\uDED2\"]");
  }

  @Test
  void halvesOfSurrogatePairsStayApart() {
    String json = new JsonArray().text("\uD83D").text("\uDED2").text("\uD83Dx").toString();

    assertThat(json).isEqualTo("[\"\\ud83d\",\"\\uded2\",\"\\ud83dx\"]");
    assertThat(new String(json.getBytes(UTF_8), UTF_8)).isEqualTo(json);
  }

  @Test
  void jsonIsCompact() {
    assertThat(new JsonArray().text("a").number(-1).text("")).hasToString("[\"a\",-1,\"\"]");
    assertThat(new JsonArray()).hasToString("[]");
  }
}
