package io.floorwalker.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tracker sends: one call, or a batch of them. Each call is cut out as it was written, for
 * ingest to make sense of; here it only has to be an object.
 *
 * @param writeKey as some trackers send it in place of a header
 */
record Request(@Nullable String writeKey, List<Call> calls) {
  private static final int LONGEST_CALL = 32 * 1024;
  private static final int MOST_CALLS = 2_500;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  /**
   * Reads a request.
   *
   * @param type of a single call; null: a batch
   */
  static Request read(String json, @Nullable String type) throws Refused {
    try (JsonParser parser = FACTORY.createParser(json)) {
      Scan scan = new Scan(json, parser);
      Request request = type == null ? scan.batch() : scan.single(type);
      if (parser.nextToken() != null) {
        throw new Refused(400, "something stands behind the JSON object");
      }
      return request;
    } catch (JsonProcessingException e) {
      throw new Refused(400, "the body is no JSON"); // Jackson's own words quote it
    } catch (IOException e) {
      throw new IllegalStateException("a text does not fail", e);
    }
  }

  /** One pass over the text. */
  private static final class Scan {
    private final String json;
    private final JsonParser parser;
    private @Nullable String writeKey;

    Scan(String json, JsonParser parser) {
      this.json = json;
      this.parser = parser;
    }

    Request single(String type) throws IOException, Refused {
      requireObject(parser.nextToken());
      return new Request(writeKey, List.of(call(type)));
    }

    Request batch() throws IOException, Refused {
      requireObject(parser.nextToken());
      List<Call> calls = new ArrayList<>();
      boolean found = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("batch") && value == JsonToken.START_ARRAY) {
          found = true;
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireObject(parser.currentToken());
            calls.add(call(null));
            if (calls.size() > MOST_CALLS) {
              throw new Refused(413, "a batch has at most 2,500 calls");
            }
          }
        } else {
          noteKey(name, value);
          parser.skipChildren();
        }
      }
      if (!found) {
        throw new Refused(400, "a batch is an object with a list of calls under \"batch\"");
      }
      return new Request(writeKey, calls);
    }

    /** The object that begins at the current token. */
    private Call call(@Nullable String type) throws IOException, Refused {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      @Nullable String visitor = null;
      @Nullable String user = null;
      boolean typed = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean text = value.isScalarValue() && value != JsonToken.VALUE_NULL;
        switch (name) {
          case "anonymousId" -> visitor = text ? parser.getText() : null;
          case "userId" -> user = text ? parser.getText() : null;
          case "type" -> typed = true;
          default -> noteKey(name, value);
        }
        parser.skipChildren();
      }
      String call = json.substring(start, (int) parser.currentLocation().getCharOffset());
      if (call.length() > LONGEST_CALL) {
        throw new Refused(413, "a call has at most 32 KiB");
      }
      return new Call(visitor != null ? visitor : user, typed ? call : typed(call, type));
    }

    private void noteKey(String name, JsonToken value) throws IOException {
      if (name.equals("writeKey") && value == JsonToken.VALUE_STRING) {
        writeKey = parser.getText();
      }
    }

    private static String typed(String call, @Nullable String type) {
      if (type == null) {
        return call;
      }
      boolean empty = call.substring(1, call.length() - 1).isBlank();
      return "{\"type\":\"" + type + "\"" + (empty ? "" : ",") + call.substring(1);
    }

    private static void requireObject(@Nullable JsonToken token) throws Refused {
      if (token != JsonToken.START_OBJECT) {
        throw new Refused(400, "a call is a JSON object");
      }
    }
  }
}
