package io.floorwalker.detect.incident;

import io.floorwalker.config.Keys;
import io.floorwalker.config.RuleVersions;
import io.floorwalker.config.Settings;
import io.floorwalker.detect.cep.Engine;
import io.floorwalker.detect.struggle.Episode;
import io.floorwalker.detect.struggle.StruggleDetector;
import io.floorwalker.schema.Detection;
import org.apache.flink.streaming.api.datastream.DataStream;

/** One shopper or an outage? Steps reached, orders and struggles, by site, into the watch. */
public final class IncidentDetector {

  private IncidentDetector() {}

  /** Whether anybody asks. */
  public static boolean isOn(Settings settings) {
    return settings.text(Keys.STRUGGLE_INCIDENTS).equals("on");
  }

  /**
   * The struggles, those during an incident marked as part of it, and the incidents; the job's name
   * stands in the latter.
   */
  public static DataStream<Detection> attach(
      StruggleDetector.Progress progress,
      DataStream<Episode> episodes,
      Settings settings,
      String job) {
    DataStream<SiteNews> news =
        progress
            .reached()
            .map(SiteNews::of)
            .returns(SiteNews.TYPE)
            .name("steps as news")
            .uid("steps-as-news-v1")
            .union(
                progress
                    .ordered()
                    .map(SiteNews::of)
                    .returns(SiteNews.TYPE)
                    .name("orders as news")
                    .uid("orders-as-news-v1"),
                episodes
                    .map(SiteNews::of)
                    .returns(SiteNews.TYPE)
                    .name("struggles as news")
                    .uid("struggles-as-news-v1"));
    return IncidentWatch.attach(
        news.keyBy(SiteNews::site),
        IncidentRules.from(settings),
        new IncidentRecords(job, RuleVersions.from(settings)),
        isInAHurry(settings));
  }

  /** Nobody waits for the result of a bounded run or a replay, which has every record once. */
  private static boolean isInAHurry(Settings settings) {
    return Engine.from(settings) == Engine.FAST
        && settings.text(Keys.MODE).equals("live")
        && !settings.flag(Keys.RUN_BOUNDED);
  }
}
