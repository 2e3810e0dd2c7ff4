package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.deliver.web.Networks;
import io.floorwalker.deliver.web.Web;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

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
    Networks networks = networks();
    return Channels.open(targets(), Web.open(networks, timeout), networks, timeout);
  }

  /**
   * The same for one channel, on paper instead of over the network; none where it has no target.
   *
   * @throws InvalidSettings for targets that cannot be used, and for mail, which is no request
   */
  Channels rehearsal(String channel, Consumer<String> paper) throws InvalidSettings {
    TargetBlock target = targets().get(channel);
    if (target == null) {
      return Channels.open(Map.of(), new Rehearsal(paper, true), networks(), timeout);
    }
    if (target.type() == TargetType.EMAIL) {
      throw new InvalidSettings(
          "channel %s is mail, which is no request; send one without --dry-run".formatted(channel));
    }
    Rehearsal rehearsal = new Rehearsal(paper, !target.has("token_file") && isHook(target));
    return Channels.open(Map.of(channel, target), rehearsal, networks(), timeout);
  }

  private static boolean isHook(TargetBlock target) {
    return switch (target.type()) {
      case WEBHOOK, SLACK, TEAMS -> true;
      case HUBSPOT, SALESFORCE, EMAIL -> false;
    };
  }

  private Map<String, TargetBlock> targets() throws InvalidSettings {
    return targetsFile.isEmpty() ? Map.of() : TargetsFile.read(Path.of(targetsFile));
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
