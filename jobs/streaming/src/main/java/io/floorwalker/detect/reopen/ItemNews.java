package io.floorwalker.detect.reopen;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.source.Received;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the watch of an item hears: that somebody left it, or that it changed; exactly one of the
 * two.
 *
 * @param item site|product_id
 */
public record ItemNews(String item, @Nullable LeftItem left, @Nullable Received change) {

  static ItemNews of(Received change) {
    CustomerEvent event = change.event();
    return new ItemNews(item(event.getSite(), event.getStock().getProductId()), null, change);
  }

  /** Of every item of an abandoned intent, whatever its variants. */
  static List<ItemNews> of(Detection abandoned, Duration kept) {
    long from = abandoned.getDetectedAt().toEpochMilli();
    LeftItem left =
        new LeftItem(
            abandoned.getKey(), abandoned.getDetectionId(), from, from + kept.toMillis(), null);
    return abandoned.getLines().stream()
        .map(LeftIntent::product)
        .distinct()
        .map(product -> new ItemNews(item(abandoned.getSite(), product), left, null))
        .toList();
  }

  private static String item(String site, String product) {
    return site + "|" + product;
  }
}
