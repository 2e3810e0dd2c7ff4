package io.floorwalker.ingest.format;

import io.floorwalker.contract.MalformedRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of Snowplow data that names its schema.
 *
 * @param name the schema's name, without vendor and version
 */
record SelfDescribing(String name, Fields data) {

  /** What {@code unstruct_event} holds. */
  static SelfDescribing event(String json) throws MalformedRecord {
    return of(Json.object(json).at("data"));
  }

  /** What {@code contexts} holds. */
  static List<SelfDescribing> entities(String json) throws MalformedRecord {
    List<SelfDescribing> entities = new ArrayList<>();
    for (Fields entity : Json.object(json).objects("data")) {
      entities.add(of(entity));
    }
    return entities;
  }

  private static SelfDescribing of(Fields json) throws MalformedRecord {
    String[] parts = json.required("schema").split("/", -1);
    if (parts.length != 4 || !parts[0].startsWith("iglu:")) {
      throw Fields.wrong("schema", "is no iglu:vendor/name/format/version");
    }
    return new SelfDescribing(parts[1], json.at("data"));
  }
}
