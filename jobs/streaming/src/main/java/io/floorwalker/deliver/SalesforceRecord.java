package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Message;
import io.floorwalker.deliver.message.Wording;
import io.floorwalker.schema.Action;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An action as a Task, or as an object of the organisation's own. Both are plain text. */
final class SalesforceRecord {
  static final String TASK = "Task";

  private static final int LONGEST_SUBJECT = 255;

  private final String object;
  private final String externalId;
  private final Wording wording;

  SalesforceRecord(String object, String externalId, Wording wording) {
    this.object = object;
    this.externalId = externalId;
    this.wording = wording;
  }

  String path(Action action) {
    return "/services/data/v61.0/sobjects/%s/%s/%s"
        .formatted(
            object, externalId, URLEncoder.encode(action.getActionId(), StandardCharsets.UTF_8));
  }

  Map<String, Object> fields(Action action) {
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
