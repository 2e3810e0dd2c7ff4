package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Message;
import io.floorwalker.deliver.message.Wording;
import io.floorwalker.schema.Action;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An action as a Task, or as an object of the organisation's own. Both are plain text. Whose it is
 * says the directory, where there is one: a user owns it, a contact or lead is whom a task is
 * about.
 */
final class SalesforceRecord {
  static final String TASK = "Task";

  private static final String USER = "005";
  private static final int LONGEST_SUBJECT = 255;

  private final String object;
  private final String externalId;
  private final Wording wording;
  private final @Nullable RecipientDirectory people;

  /** Without {@code people} it is the integration's user who owns what comes. */
  SalesforceRecord(
      String object, String externalId, Wording wording, @Nullable RecipientDirectory people) {
    this.object = object;
    this.externalId = externalId;
    this.wording = wording;
    this.people = people;
  }

  String path(Action action) {
    return "/services/data/v61.0/sobjects/%s/%s/%s"
        .formatted(
            object, externalId, URLEncoder.encode(action.getActionId(), StandardCharsets.UTF_8));
  }

  /**
   * Empty where nobody knows the recipient.
   *
   * @throws IOException where the directory does not answer
   */
  Optional<Map<String, Object>> fields(Action action) throws IOException {
    if (people == null) {
      return Optional.of(text(action));
    }
    Optional<String> person = people.address(action.getRecipientRef());
    return person.map(
        id -> {
          Map<String, Object> fields = text(action);
          fields.putAll(relation(id));
          return fields;
        });
  }

  /** By the first three signs, which are the same in every organisation. */
  private Map<String, Object> relation(String id) {
    if (id.startsWith(USER)) {
      return Map.of("OwnerId", id);
    }
    return object.equals(TASK) ? Map.of("WhoId", id) : Map.of();
  }

  private Map<String, Object> text(Action action) {
    Message message = wording.of(action);
    String subject = subject(message);
    Map<String, Object> fields = new LinkedHashMap<>();
    if (object.equals(TASK)) {
      fields.put("Subject", subject);
      fields.put("Description", message.text());
      fields.put("Status", "Not Started");
      fields.put("Priority", "High");
    } else {
      fields.put("Subject__c", subject);
      fields.put("Description__c", message.text());
    }
    return fields;
  }

  /** What changes when it is over: a task is done, an object of one's own says so. */
  Map<String, Object> closed(Action action) {
    if (object.equals(TASK)) {
      return Map.of("Status", "Completed");
    }
    Message message = wording.over(action);
    return Map.of("Subject__c", subject(message), "Description__c", message.text());
  }

  private static String subject(Message message) {
    String title = message.title();
    return title.length() > LONGEST_SUBJECT ? title.substring(0, LONGEST_SUBJECT) : title;
  }
}
