package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.deliver.web.Networks;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How deliver acts. Holds the path of the targets file and nothing of its content, because settings
 * are shown in the web UI.
 *
 * @param targetsFile empty: no channel has a target
 * @param allowedNetworks may be connected to though they are not public
 * @param maxPerMinute more actions than this in a minute are held back
 */
public record DeliverySettings(
    String targetsFile,
    RetrySettings retries,
    Duration timeout,
    String allowedNetworks,
    long maxPerMinute)
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
            RetrySettings.from(settings),
            settings.duration(Keys.DELIVER_TIMEOUT),
            settings.text(Keys.DELIVER_ALLOWED_NETWORKS),
            settings.number(Keys.STORM_MAX_ACTIONS));
    delivery.channels().close();
    return delivery;
  }

  /**
   * The channels that have a target, with the addresses and secrets of this moment.
   *
   * @throws InvalidSettings for networks or targets that cannot be used
   */
  Channels channels() throws InvalidSettings {
    Map<String, TargetBlock> targets =
        targetsFile.isEmpty() ? Map.of() : TargetsFile.read(Path.of(targetsFile));
    return Channels.open(targets, networks(), timeout);
  }

  private Networks networks() throws InvalidSettings {
    try {
      return Networks.allowing(allowedNetworks);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettings(
          "%s: %s".formatted(Keys.DELIVER_ALLOWED_NETWORKS.name(), e.getMessage()));
    }
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
