package io.floorwalker.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** A schema as it is published: without what only the Java compiler of Avro reads. */
final class PublishedText {
  private PublishedText() {}

  static String of(Schema schema) {
    try {
      JsonNode json = new ObjectMapper().readTree(schema.toString());
      json.findParents("avro.java.string")
          .forEach(parent -> ((ObjectNode) parent).remove("avro.java.string"));
      return SchemaFormatter.format("json/pretty", new Schema.Parser().parse(json.toString()))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro printed a schema that is no JSON.", e);
    }
  }
}
