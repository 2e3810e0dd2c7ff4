package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoScreenTest {

  private static final Instant TOUCHED = Instant.parse("2026-03-01T10:41:22Z");

  private final StringWriter text = new StringWriter();
  private final DemoScreen screen = new DemoScreen(new PrintWriter(text), ZoneOffset.UTC);

  @Test
  void aDetectionIsALineThatAnybodyCanRead() {
    Detection detection = detection(List.of("shoes x1", "a x b x1"));
    detection.setValue(new BigDecimal("88.0000"));
    detection.setCurrency("EUR");

    screen.detection(detection, Instant.parse("2026-03-01T10:42:07.900Z"));

    assertThat(text)
        .hasToString("10:42:07 cart abandoned, 2 items, 88.00 EUR, last touched 45 s ago\n");
  }

  @Test
  void aCartWithoutPricesHasNoValue() {
    screen.detection(detection(List.of("shoes x1")), TOUCHED.plusSeconds(50));

    assertThat(text).hasToString("10:42:12 cart abandoned, 1 item, last touched 50 s ago\n");
  }

  @Test
  void theStatusHasOneLine() {
    screen.status(12.44, 31, 7, 1204);

    assertThat(text)
        .hasToString("12.4 events/s  31 open carts  7 abandoned  1,204 Iceberg rows committed\n");
  }

  private static Detection detection(List<String> lines) {
    return Detection.newBuilder()
        .setDetectionId("d-1")
        .setKind("cart_abandoned")
        .setPhase(Phase.OPENED)
        .setDetectedAt(TOUCHED.plusSeconds(45))
        .setKey("shopper-000001")
        .setLines(lines)
        .setFirstEvidenceAt(TOUCHED)
        .setLastEvidenceAt(TOUCHED)
        .setRule("cart_abandoned")
        .setRuleVersion("1")
        .setJob("cart-abandonment")
        .build();
  }
}
