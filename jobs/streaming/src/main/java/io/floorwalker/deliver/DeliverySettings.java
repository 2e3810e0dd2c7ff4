package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How deliver acts. Holds the path of the targets file and nothing of its content, because settings
 * are shown in the web UI.
 *
 * @param targetsFile empty: no channel has a target
 * @param maxPerMinute more actions than this in a minute are held back
 */
public record DeliverySettings(
    String targetsFile, long attempts, Duration backoff, Duration timeout, long maxPerMinute)
    implements Serializable {

  /**
   * Reads them, and the targets file once, so that a mistake in it is found before the job starts.
   *
   * @throws InvalidSettings for a bounded run, a replay, or a targets file that cannot be used
   */
  public static DeliverySettings from(Settings settings) throws InvalidSettings {
    refuseRepetition(settings);
    DeliverySettings delivery =
        new DeliverySettings(
            settings.text(Keys.DELIVER_TARGETS_FILE).strip(),
            settings.number(Keys.DELIVER_ATTEMPTS),
            settings.duration(Keys.DELIVER_BACKOFF),
            settings.duration(Keys.DELIVER_TIMEOUT),
            settings.number(Keys.STORM_MAX_ACTIONS));
    var unused = delivery.targets();
    return delivery;
  }

  /** The channels that have a target, with the addresses and secrets of this moment. */
  Map<String, Channel> channels(Clock clock) throws InvalidSettings {
    HttpClient client = Webhook.client(timeout);
    Map<String, Channel> channels = new HashMap<>();
    targets()
        .forEach((name, target) -> channels.put(name, new Webhook(target, client, timeout, clock)));
    return channels;
  }

  private Map<String, Target> targets() throws InvalidSettings {
    return targetsFile.isEmpty() ? Map.of() : TargetsFile.read(Path.of(targetsFile));
  }

  private static void refuseRepetition(Settings settings) throws InvalidSettings {
    boolean bounded = settings.flag(Keys.RUN_BOUNDED);
    if (bounded || settings.text(Keys.MODE).equals("replay")) {
      throw new InvalidSettings(
          "deliver acts on the world; %s would send again what was sent. Run it live, without %s"
              .formatted(
                  bounded ? "a bounded run" : "a replay",
                  bounded ? "--bounded" : Keys.MODE.name() + "=replay"));
    }
  }
}
