package io.floorwalker.ingest.format;

import java.util.Arrays;
import java.util.List;

/** An enriched event, column by column; what is not set is empty. */
public final class SnowplowRow {
  private static final String COMMERCE = "iglu:com.snowplowanalytics.snowplow.ecommerce/";

  private final String[] cells = new String[SnowplowColumns.names().size()];

  public SnowplowRow() {
    Arrays.fill(cells, "");
    with("event_id", "e-1").with("event", "page_view").with("domain_userid", "d-1");
    with("derived_tstamp", "2026-03-02 09:59:00.123");
  }

  public SnowplowRow with(String column, String value) {
    cells[SnowplowColumns.names().indexOf(column)] = value;
    return this;
  }

  /** A self-describing event of the e-commerce vendor. */
  public SnowplowRow action(String type) {
    return with("event", "unstruct")
        .with(
            "unstruct_event",
            "{\"schema\":\"iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0\",\"data\":%s}"
                .formatted(
                    entity("snowplow_ecommerce_action", "{\"type\":\"%s\"}".formatted(type))));
  }

  public SnowplowRow entities(String... entities) {
    return with(
        "contexts",
        "{\"schema\":\"iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0\",\"data\":%s}"
            .formatted(List.of(entities)));
  }

  public static String entity(String name, String data) {
    return "{\"schema\":\"%s%s/jsonschema/1-0-0\",\"data\":%s}".formatted(COMMERCE, name, data);
  }

  @Override
  public String toString() {
    return String.join("\t", cells);
  }
}
