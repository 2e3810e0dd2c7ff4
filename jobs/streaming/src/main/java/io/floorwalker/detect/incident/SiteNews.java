package io.floorwalker.detect.incident;

import io.floorwalker.detect.struggle.Episode;
import io.floorwalker.detect.struggle.Ordered;
import io.floorwalker.detect.struggle.StepReached;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** What the watch hears of a site: a step reached, a struggle or an order; exactly one of them. */
public record SiteNews(
    String site,
    @Nullable StepReached reached,
    @Nullable Episode episode,
    @Nullable Ordered ordered) {
  static final TypeInformation<SiteNews> TYPE = TypeInformation.of(SiteNews.class);

  static SiteNews of(StepReached reached) {
    return new SiteNews(reached.site(), reached, null, null);
  }

  static SiteNews of(Episode episode) {
    return new SiteNews(episode.detection().getSite(), null, episode, null);
  }

  static SiteNews of(Ordered ordered) {
    return new SiteNews(ordered.site(), null, null, ordered);
  }
}
