package io.floorwalker.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** What a run of the benchmark came to. */
record Result(long events, int visits, int rounds, List<Standing> standings) {

  /** All of it, also of those who are out: their figures are null. */
  String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("events", events);
      json.writeNumberField("visits", visits);
      json.writeNumberField("rounds", rounds);
      json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
      json.writeArrayFieldStart("standings");
      for (Standing standing : standings) {
        write(standing, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void write(Standing standing, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("set", standing.entry().set());
    json.writeStringField("contender", standing.entry().contender().title());
    json.writeStringField("out", standing.out().orElse(null));
    boolean counts = standing.out().isEmpty();
    write("events_per_second", counts, standing.eventsPerSecond(), json);
    write("cpu_micros_per_event", counts, standing.cpuMicrosPerEvent(), json);
    write("share_of_ceiling", counts, standing.share(), json);
    write("cpu_times_ceiling", counts, standing.times(), json);
    json.writeEndObject();
  }

  private static void write(String name, boolean counts, Spread spread, JsonGenerator json)
      throws IOException {
    if (!counts) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeNumberField("median", spread.median());
    json.writeNumberField("min", spread.min());
    json.writeNumberField("max", spread.max());
    json.writeEndObject();
  }
}
