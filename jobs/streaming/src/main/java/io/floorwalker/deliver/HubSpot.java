package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Call;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.deliver.web.Reply;
import io.floorwalker.deliver.web.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates a task or a note for each action, many with one request, and completes tasks that are
 * over. HubSpot answers 207 where some did not go; each record is known by its objectWriteTraceId,
 * which is the action's id. HubSpot drops no repeats.
 */
final class HubSpot implements BatchCarrier {
  static final URI API = URI.create("https://api.hubapi.com/");

  private final Web web;
  private final URI create;
  private final URI update;
  private final String token;
  private final HubSpotRecord record;
  private final Json json = new Json();

  /** {@code api} ends with a slash. */
  HubSpot(Web web, URI api, String token, HubSpotRecord record) {
    String batch = "crm/v3/objects/" + record.objects() + "/batch/";
    this.web = web;
    this.create = api.resolve(batch + "create");
    this.update = api.resolve(batch + "update");
    this.token = token;
    this.record = record;
  }

  @Override
  public Map<String, Answer> carry(List<Letter> letters, Instant at) throws IOException {
    Map<String, Answer> answers = new HashMap<>();
    Map<String, Object> creates = new LinkedHashMap<>();
    Map<String, Object> updates = new LinkedHashMap<>();
    for (Letter letter : letters) {
      Optional<Map<String, Object>> input =
          letter.isOver() ? record.completed(letter) : record.of(letter.action());
      if (input.isPresent()) {
        (letter.isOver() ? updates : creates).put(letter.id(), input.get());
      } else {
        answers.put(letter.id(), letter.isOver() ? Answer.irrevocable() : Answer.noAddress());
      }
    }
    answers.putAll(send(create, creates, at));
    answers.putAll(send(update, updates, at));
    return answers;
  }

  /** For the inputs, by the id of their action. */
  private Map<String, Answer> send(URI method, Map<String, Object> inputs, Instant at)
      throws IOException {
    if (inputs.isEmpty()) {
      return Map.of();
    }
    byte[] body = json.bytes(Map.of("inputs", List.copyOf(inputs.values())));
    Reply reply = web.send(Call.postJson(method, body).bearing(token));
    return new HubSpotReply(reply, json.object(reply.body())).answers(inputs.keySet(), at);
  }
}
