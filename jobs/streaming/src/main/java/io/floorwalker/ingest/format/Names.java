package io.floorwalker.ingest.format;

import io.floorwalker.contract.EventTypes;
import java.util.Locale;
import java.util.Map;

/**
 * The names that one source has for what happens. A name that is one of our types in another
 * spelling needs no entry; what nobody knows is {@code custom}.
 */
record Names(Map<String, String> types) {

  /** The type of an event of that name. */
  String type(String name) {
    String spelled = snakeCase(name);
    String type = types.get(spelled);
    if (type != null) {
      return type;
    }
    return EventTypes.all().contains(spelled) ? spelled : EventTypes.CUSTOM;
  }

  /** {@code Order Completed} and {@code order-completed} are {@code order_completed}. */
  static String snakeCase(String name) {
    StringBuilder snake = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      snake.append(Character.isLetterOrDigit(c) ? c : '_');
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }
}
