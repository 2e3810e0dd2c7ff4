package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import io.floorwalker.ingest.format.Formats;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The formats that need no mapping: those of sources, and those of published data sets. */
final class PublishedFormats {
  static final List<String> NAMES =
      List.of("segment", "ga4", "snowplow", "rees46", "retailrocket", "otto", "taobao");

  private static final Map<String, String> REES46_TYPES =
      Map.of(
          "view", "product_viewed",
          "cart", "product_added",
          "remove_from_cart", "product_removed",
          "purchase", "order_placed");

  private static final Map<String, String> RETAILROCKET_TYPES =
      Map.of("view", "product_viewed", "addtocart", "product_added", "transaction", "order_placed");

  private static final Map<String, String> TAOBAO_TYPES =
      Map.of(
          "pv", "product_viewed",
          "fav", "wishlist_added",
          "cart", "product_added",
          "buy", "order_placed");

  private PublishedFormats() {}

  /** The format of that name, if there is one. */
  static Optional<ImportFormat> named(String name, String site) {
    return switch (name) {
      case "segment" -> Optional.of(new LineFormat(Formats.of(Topics.RAW_SEGMENT), site));
      case "ga4" -> Optional.of(new LineFormat(Formats.of(Topics.RAW_GA4), site));
      case "snowplow" -> Optional.of(new LineFormat(Formats.of(Topics.RAW_SNOWPLOW), site));
      case "otto" -> Optional.of(new LineFormat(Formats.otto(), site));
      case "rees46" -> Optional.of(rees46(new Origin(name, site)));
      case "retailrocket" -> Optional.of(retailrocket(new Origin(name, site)));
      case "taobao" -> Optional.of(taobao(new Origin(name, site)));
      default -> Optional.empty();
    };
  }

  private static ImportFormat rees46(Origin origin) {
    return new CsvFormat(
        new CsvMapping(
            Map.of(
                "occurred_at", "event_time",
                "type", "event_type",
                "user_id", "user_id",
                "session_id", "user_session",
                "product.product_id", "product_id",
                "product.category", "category_code",
                "product.price", "price"),
            REES46_TYPES,
            TimeFormat.ISO),
        origin,
        List.of());
  }

  private static ImportFormat retailrocket(Origin origin) {
    return new CsvFormat(
        new CsvMapping(
            Map.of(
                "occurred_at", "timestamp",
                "type", "event",
                "anonymous_id", "visitorid",
                "product.product_id", "itemid",
                "order.order_id", "transactionid"),
            RETAILROCKET_TYPES,
            TimeFormat.MS),
        origin,
        List.of());
  }

  private static ImportFormat taobao(Origin origin) {
    return new CsvFormat(
        new CsvMapping(
            Map.of(
                "occurred_at", "timestamp",
                "type", "behavior",
                "user_id", "user_id",
                "product.product_id", "item_id",
                "product.category", "category_id"),
            TAOBAO_TYPES,
            TimeFormat.S),
        origin,
        List.of("user_id", "item_id", "category_id", "behavior", "timestamp"));
  }
}
