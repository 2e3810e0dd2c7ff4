package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.deliver.feedback.TicketOffice;
import io.floorwalker.deliver.message.Buttons;
import io.floorwalker.deliver.message.Wording;
import java.net.URI;

/** How a target words its messages, and by which buttons its readers answer. */
final class TargetWording {

  private TargetWording() {}

  static Wording of(TargetBlock target) throws InvalidSettings {
    String evidence = target.has("evidence_url") ? target.needed("evidence_url", "add it") : null;
    if (evidence != null
        && !evidence.matches("https?://[^\\s<>\"{}]+\\{detection_id}[^\\s<>\"{}]*")) {
      throw target.wrong(
          "evidence_url", "evidence_url is no address with {detection_id} in it; write both");
    }
    Wording plain = Wording.in(target.oneOf("language", Wording.LANGUAGES), evidence);
    return target.has("feedback_url") || target.has("feedback_secret_file")
        ? plain.with(buttons(target))
        : plain;
  }

  private static Buttons buttons(TargetBlock target) throws InvalidSettings {
    String secret =
        target.secret(
            "feedback_secret_file", "name the file with the secret of floorwalker feedback");
    // Slack tells of clicks by itself; in all else a button is a link.
    boolean clicks = target.type() == TargetType.SLACK && !target.has("feedback_url");
    URI page =
        clicks ? null : target.address("feedback_url", "add where floorwalker feedback is reached");
    if (page != null && (page.getRawQuery() != null || !page.getRawPath().endsWith("/"))) {
      throw target.wrong("feedback_url", "feedback_url does not end with a slash; add it");
    }
    try {
      return new Buttons(new TicketOffice(secret), page);
    } catch (IllegalArgumentException e) {
      throw target.wrong("feedback_secret_file", "feedback_secret_file " + e.getMessage());
    }
  }
}
