package io.floorwalker.deliver.message;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Occasion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an action that a sentence may name, each harmless already. */
final class Values {
  private static final String TIME = "d MMM uuuu, HH:mm 'UTC'";

  private final Map<String, String> values = new HashMap<>();
  private final DateTimeFormatter time;
  private final Locale locale;

  private Values(Locale locale) {
    this.locale = locale;
    this.time = DateTimeFormatter.ofPattern(TIME, locale).withZone(ZoneOffset.UTC);
  }

  static Map<String, String> of(Action action, Locale locale) {
    Values values = new Values(locale);
    values.put("site", action.getSite());
    values.put("account", action.getAccountId());
    values.put("contact", action.getContactId());
    values.put("since", action.getCreatedAt());
    if (action.getOccasion() != null) {
      values.put(action.getOccasion());
    }
    return values.values;
  }

  private void put(Occasion occasion) {
    put("step", occasion.getStep());
    put("field", occasion.getField());
    put("role", occasion.getCause());
    put("since", occasion.getFirstEvidenceAt());
    put("last_seen", occasion.getLastEvidenceAt());
    if (occasion.getScore() != null) {
      put("share", Long.toString(Math.round(100 * occasion.getScore())));
    }
    BigDecimal value = occasion.getValue();
    if (value != null && occasion.getCurrency() != null) {
      String amount = String.format(locale, "%.2f", value.setScale(2, RoundingMode.HALF_UP));
      values.put("value", amount + " " + Typed.plain(occasion.getCurrency()));
    }
  }

  private void put(String name, Instant at) {
    values.put(name, time.format(at));
  }

  private void put(String name, @Nullable String text) {
    String plain = text == null ? "" : Typed.plain(text);
    if (!plain.isEmpty()) {
      values.put(name, plain);
    }
  }
}
