package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.deliver.web.Reply;
import io.floorwalker.deliver.web.Web;
import io.floorwalker.schema.Action;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a task or a note for each action, many with one request. HubSpot answers 207 where some
 * were not created; each record is known by its objectWriteTraceId, which is the action's id.
 * HubSpot drops no repeats.
 */
final class HubSpot implements BatchCarrier {
  static final URI API = URI.create("https://api.hubapi.com/");

  private final Web web;
  private final URI create;
  private final String token;
  private final HubSpotRecord record;
  private final Json json = new Json();

  /** {@code api} ends with a slash. */
  HubSpot(Web web, URI api, String token, HubSpotRecord record) {
    this.web = web;
    this.create = api.resolve("crm/v3/objects/" + record.objects() + "/batch/create");
    this.token = token;
    this.record = record;
  }

  @Override
  public Map<String, Answer> carry(List<Action> actions, Instant at) throws IOException {
    Map<String, Answer> answers = new HashMap<>();
    List<Object> inputs = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    for (Action action : actions) {
      Optional<Map<String, Object>> input = record.of(action);
      if (input.isEmpty()) {
        answers.put(action.getActionId(), Answer.noAddress());
      } else {
        inputs.add(input.get());
        asked.add(action.getActionId());
      }
    }
    if (!inputs.isEmpty()) {
      byte[] body = json.bytes(Map.of("inputs", inputs));
      Reply reply = web.send(Call.postJson(create, body).bearing(token));
      answers.putAll(said(reply, asked, at));
    }
    return answers;
  }

  private Map<String, Answer> said(Reply reply, List<String> asked, Instant at) {
    Map<String, Answer> answers = new HashMap<>();
    asked.forEach(id -> answers.put(id, Answer.of(reply, at)));
    if (reply.status() == 207) {
      Map<?, ?> body = json.object(reply.body());
      asked.forEach(id -> answers.put(id, Answer.none("no_result")));
      each(body.get("results"))
          .forEach(result -> ids(result).forEach(id -> answers.put(id, Answer.http(201, null))));
      each(body.get("errors"))
          .forEach(error -> ids(context(error)).forEach(id -> answers.put(id, failed(error))));
    }
    return answers;
  }

  private static Answer failed(Map<?, ?> error) {
    String category = VendorWord.of(error.get("category"));
    return category.equals("RATE_LIMITS") || category.equals("INTERNAL_ERROR")
        ? Answer.none(category)
        : Answer.impossible(category.isEmpty() ? "not_created" : category);
  }

  private static Map<?, ?> context(Map<?, ?> error) {
    return error.get("context") instanceof Map<?, ?> context ? context : Map.of();
  }

  private static List<String> ids(Map<?, ?> holder) {
    Object id = holder.get("objectWriteTraceId");
    List<?> ids = id instanceof List<?> several ? several : id == null ? List.of() : List.of(id);
    return ids.stream().map(String::valueOf).toList();
  }

  private static List<Map<?, ?>> each(@Nullable Object list) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (list instanceof List<?> elements) {
      elements.forEach(
          element -> {
            if (element instanceof Map<?, ?> map) {
              maps.add(map);
            }
          });
    }
    return maps;
  }
}
