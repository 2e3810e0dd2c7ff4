package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.deliver.web.DaemonThreads;
import io.floorwalker.deliver.web.Networks;
import io.floorwalker.deliver.web.Web;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The lanes of all targets, and what they share: one HTTP client and the threads that wait. */
final class Channels implements AutoCloseable {
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Web web;

  /** Bounded by the lanes, each of which has a cap on attempts at a time. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("deliver-send"));

  private Channels(Web web) {
    this.web = web;
  }

  /**
   * Connects to nothing yet; the web is theirs from now on.
   *
   * @throws InvalidSettings for a target that cannot be used
   */
  static Channels open(
      Map<String, TargetBlock> targets, Web web, Networks networks, Duration timeout)
      throws InvalidSettings {
    Channels channels = new Channels(web);
    Carriers carriers = new Carriers(web, networks, timeout);
    try {
      for (Map.Entry<String, TargetBlock> target : targets.entrySet()) {
        channels.lanes.put(target.getKey(), channels.lane(target.getValue(), carriers));
      }
      return channels;
    } catch (InvalidSettings e) {
      channels.close();
      throw e;
    }
  }

  Map<String, Lane> lanes() {
    return Map.copyOf(lanes);
  }

  private Lane lane(TargetBlock target, Carriers carriers) throws InvalidSettings {
    Channel channel =
        target.type() == TargetType.HUBSPOT
            ? new Batched(target.name(), carriers.hubSpot(target), threads)
            : new Waiting(target.name(), carriers.of(target), threads);
    double perSecond = target.number("per_second", target.type().perSecond());
    return new Lane(channel, Pace.perSecond(perSecond));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    web.close();
  }
}
