package io.floorwalker.deliver;

import io.floorwalker.deliver.message.Message;
import io.floorwalker.deliver.message.Wording;
import io.floorwalker.schema.Action;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An action as a task or a note on the contact; the directory knows HubSpot's number of it. */
final class HubSpotRecord {

  /** HubSpot's own numbers for what lies on a contact. */
  private static final int NOTE_ON_CONTACT = 202;

  private static final int TASK_ON_CONTACT = 204;

  private final boolean task;
  private final RecipientDirectory contacts;
  private final Wording wording;

  HubSpotRecord(boolean task, RecipientDirectory contacts, Wording wording) {
    this.task = task;
    this.contacts = contacts;
    this.wording = wording;
  }

  String objects() {
    return task ? "tasks" : "notes";
  }

  /**
   * Empty where nobody knows the contact.
   *
   * @throws IOException where the directory does not answer
   */
  Optional<Map<String, Object>> of(Action action) throws IOException {
    return contacts.address(action.getRecipientRef()).map(contact -> input(action, contact));
  }

  /**
   * A task that is done; empty for a note, which nobody has to do, and where HubSpot's id is lost.
   */
  Optional<Map<String, Object>> completed(Letter letter) {
    String number = letter.handle();
    return task && number != null
        ? Optional.of(
            Map.of(
                "objectWriteTraceId",
                letter.id(),
                "id",
                number,
                "properties",
                Map.of("hs_task_status", "COMPLETED")))
        : Optional.empty();
  }

  private Map<String, Object> input(Action action, String contact) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("objectWriteTraceId", action.getActionId());
    input.put("properties", properties(action));
    input.put("associations", List.of(association(contact)));
    return input;
  }

  private Map<String, Object> properties(Action action) {
    Message message = wording.of(action);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("hs_timestamp", action.getCreatedAt().toString());
    if (task) {
      properties.put("hs_task_subject", message.title());
      properties.put("hs_task_body", Html.of(message));
      properties.put("hs_task_status", "NOT_STARTED");
      properties.put("hs_task_priority", "HIGH");
      properties.put("hs_task_type", "TODO");
    } else {
      properties.put("hs_note_body", Html.of(message));
    }
    return properties;
  }

  private Map<String, Object> association(String contact) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("associationCategory", "HUBSPOT_DEFINED");
    type.put("associationTypeId", task ? TASK_ON_CONTACT : NOTE_ON_CONTACT);
    return Map.of("to", Map.of("id", contact), "types", List.of(type));
  }
}
