package io.floorwalker.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.floorwalker.contract.MalformedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON of strangers: bounded in depth and in the length of everything, a name only once. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // names are the sender's choice
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxTokenCount(20_000)
                  .maxStringLength(100_000)
                  .maxNameLength(200)
                  .maxNumberLength(100)
                  .build())
          .build();

  private Json() {}

  /** The object that the text is, and nothing behind it. */
  static Fields object(String text) throws MalformedRecord {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw notJson("the record is no JSON object");
      }
      Fields object = fields(parser);
      if (parser.nextToken() != null) {
        throw notJson("something stands behind the JSON object");
      }
      return object;
    } catch (StreamConstraintsException e) {
      throw new MalformedRecord(
          MalformedRecord.SIZE,
          "more than 32 levels, 20,000 tokens, 100,000 characters of a text, 200 of a name or 100"
              + " of a number");
    } catch (IOException e) {
      throw notJson("the record is no JSON"); // Jackson's own words quote the content
    }
  }

  private static Fields fields(JsonParser parser) throws IOException, MalformedRecord {
    Fields fields = new Fields();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = value(parser);
      if (value != null && !fields.add(name, value)) {
        throw notJson("a name stands twice in one object");
      }
    }
    return fields;
  }

  /** Numbers and flags are kept as they are spelled; null is absent. */
  private static @Nullable Object value(JsonParser parser) throws IOException, MalformedRecord {
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser);
      case START_ARRAY -> list(parser);
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private static List<Object> list(JsonParser parser) throws IOException, MalformedRecord {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(parser);
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  private static MalformedRecord notJson(String reason) {
    return new MalformedRecord(MalformedRecord.JSON, reason);
  }
}
