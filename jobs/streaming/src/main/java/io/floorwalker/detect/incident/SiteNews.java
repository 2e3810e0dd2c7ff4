package io.floorwalker.detect.incident;

import io.floorwalker.detect.struggle.Episode;
import io.floorwalker.detect.struggle.StepReached;
import org.jspecify.annotations.Nullable;

/** What the watch hears of a site: a step reached or a struggle; exactly one of the two. */
public record SiteNews(@Nullable StepReached reached, @Nullable Episode episode) {

  static SiteNews of(StepReached reached) {
    return new SiteNews(reached, null);
  }

  static SiteNews of(Episode episode) {
    return new SiteNews(null, episode);
  }

  String site() {
    if (reached != null) {
      return reached.site();
    }
    if (episode == null) {
      throw new IllegalStateException("news of nothing");
    }
    return episode.detection().getSite();
  }
}
