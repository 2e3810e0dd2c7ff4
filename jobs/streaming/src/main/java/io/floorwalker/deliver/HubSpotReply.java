package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What HubSpot says to a batch, for all of it or for each record. */
record HubSpotReply(Reply reply, Map<?, ?> body) {
  private static final int SOME = 207;

  /** By the ids that were asked for. */
  Map<String, Answer> answers(Collection<String> asked, Instant at) {
    Map<String, Answer> answers = new HashMap<>();
    Answer all = reply.status() == SOME ? Answer.none("no_result") : Answer.of(reply, at);
    asked.forEach(id -> answers.put(id, all));
    if (reply.isSuccess()) {
      each(body.get("results"))
          .forEach(result -> ids(result).forEach(id -> answers.put(id, done(result))));
      each(body.get("errors"))
          .forEach(error -> ids(context(error)).forEach(id -> answers.put(id, failed(error))));
    }
    return answers;
  }

  private static Answer done(Map<?, ?> result) {
    Answer done = Answer.http(201, null);
    return result.get("id") instanceof String number ? done.under(number) : done;
  }

  private static Answer failed(Map<?, ?> error) {
    String category = VendorWord.of(error.get("category"));
    return category.equals("RATE_LIMITS") || category.equals("INTERNAL_ERROR")
        ? Answer.none(category)
        : Answer.impossible(category.isEmpty() ? "not_taken" : category);
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
