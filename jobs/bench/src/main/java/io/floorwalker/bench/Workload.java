package io.floorwalker.bench;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.ingest.Door;
import io.floorwalker.ingest.privacy.Privacy;
import io.floorwalker.oracle.AbandonmentOracle;
import io.floorwalker.oracle.KeyBy;
import io.floorwalker.oracle.OracleSettings;
import io.floorwalker.oracle.StruggleOracle;
import io.floorwalker.oracle.StruggleOracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.simulator.Flaws;
import io.floorwalker.simulator.Pace;
import io.floorwalker.simulator.Shop;
import io.floorwalker.simulator.ShopSettings;
import io.floorwalker.simulator.Thresholds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/**
 * What made-up shoppers do, in the order in which they do it, as it stands in {@code cx.events}.
 * Nothing is late or twice, so that whoever sorts by time alone has the same chance.
 */
final class Workload {
  private static final long START = 1_772_445_600_000L;
  private static final long SEED = 1;

  /** Ten shoppers a second. */
  private static final Pace PACE = new Pace(600, 1, false, Duration.ofDays(1), 0);

  /** No secret: these people are made up. */
  private static final String KEY =
      "k1 1970-01-01T00:00:00Z AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private Workload() {}

  /** The events of so many visits. */
  static List<CustomerEvent> of(int visits) {
    ShopSettings shop = new ShopSettings(SEED, visits, PACE, Thresholds.builtIn(), Flaws.none());
    Door door = door();
    List<CustomerEvent> events = new ArrayList<>();
    Shop.open(shop, START)
        .forEachRemaining(
            sent -> {
              CustomerEvent event = sent.event();
              if (event != null && door.check(event, sent.sendAtMs()).isEmpty()) {
                events.add(event);
              }
            });
    return events;
  }

  private static Door door() {
    try {
      Path keys = Files.createTempFile("bench", ".keys");
      keys.toFile().deleteOnExit();
      Files.writeString(keys, KEY);
      Door door =
          new Door(
              Privacy.of(Settings.builtIn().with(Map.of("privacy.keys.file", keys.toString()))));
      door.open(new UnregisteredMetricsGroup());
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidSettings e) {
      throw new IllegalStateException(e);
    }
  }

  /** The signs and struggles in them. */
  static List<Finding> struggles(List<CustomerEvent> events) {
    StruggleOracle oracle = StruggleOracle.of(StruggleOracleSettings.builtIn());
    List<Finding> expected = new ArrayList<>();
    oracle.signals(events).forEach(one -> expected.add(new Finding(one.kind(), one.signalId())));
    oracle
        .detections(events)
        .forEach(one -> expected.add(new Finding("checkout_struggle", one.detectionId())));
    return expected;
  }

  /** The intents that were left in them. */
  static List<Finding> abandonments(List<CustomerEvent> events) {
    Thresholds built = Thresholds.builtIn();
    OracleSettings settings =
        new OracleSettings(
            KeyBy.CUSTOMER,
            built.browseAfter(),
            built.searchAfter(),
            3,
            Duration.ofMinutes(30),
            built.cartAfter(),
            built.checkoutAfter(),
            built.paymentAfter(),
            Duration.ofDays(7));
    return AbandonmentOracle.of(settings).detections(events).stream()
        .map(one -> new Finding(one.kind(), one.detectionId()))
        .toList();
  }
}
