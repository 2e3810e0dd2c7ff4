package io.floorwalker.ingest.privacy;

import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Goes over every text of an event, whatever the schema adds to it, and hides in each what may be
 * in its kind: ids of persons, words of the shop's own, texts.
 */
final class EventTexts {
  private static final Set<String> PERSONS =
      Set.of("session_id", "anonymous_id", "user_id", "account_id", "contact_id");

  /** Their numbers are numbers of articles and releases. */
  private static final Set<String> WORDS =
      Set.of(
          "type",
          "source",
          "site",
          "release",
          "device_class",
          "country",
          "time_zone",
          "user_agent_class",
          "consent",
          "currency",
          "variant",
          "category",
          "order_channel");

  private enum Kind {
    PERSON,
    WORD,
    TEXT
  }

  private final Map<Schema, Kind[]> kinds = new IdentityHashMap<>();
  private final QueryStrings queries;
  private final Extras extras;

  EventTexts(QueryStrings queries, Extras extras) {
    this.queries = queries;
    this.extras = extras;
  }

  void hide(CustomerEvent event, Hiding hiding) {
    record(event, hiding);
    event.setExt(extras.hidden(event.getExt(), hiding));
  }

  private void record(SpecificRecordBase record, Hiding hiding) {
    Kind[] fields = kinds.computeIfAbsent(record.getSchema(), EventTexts::kinds);
    for (int i = 0; i < fields.length; i++) {
      Object value = record.get(i);
      if (value instanceof String text) {
        record.put(i, hidden(fields[i], text, hiding));
      } else if (value instanceof SpecificRecordBase below) {
        record(below, hiding);
      } else if (value instanceof List<?> list) {
        record.put(i, list(list, hiding));
      }
    }
  }

  /** Of records, which are changed where they are, or of words. */
  private List<?> list(List<?> list, Hiding hiding) {
    List<Object> hidden = new ArrayList<>(list.size());
    for (Object each : list) {
      if (each instanceof SpecificRecordBase record) {
        record(record, hiding);
      }
      hidden.add(each instanceof String word ? hiding.word(word) : each);
    }
    return hidden;
  }

  private String hidden(Kind kind, String text, Hiding hiding) {
    return switch (kind) {
      case PERSON -> hiding.id(text);
      case WORD -> hiding.word(text);
      case TEXT -> hiding.text(queries.cutIn(text));
    };
  }

  private static Kind[] kinds(Schema schema) {
    return schema.getFields().stream().map(field -> kind(field.name())).toArray(Kind[]::new);
  }

  private static Kind kind(String field) {
    if (PERSONS.contains(field)) {
      return Kind.PERSON;
    }
    return WORDS.contains(field) || field.endsWith("_id") ? Kind.WORD : Kind.TEXT;
  }
}
