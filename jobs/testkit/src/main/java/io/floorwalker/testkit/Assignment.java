package io.floorwalker.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Condition;

/**
 * Gives every condition a record of its own, whatever the order: a wide condition leaves a narrow
 * one its record.
 */
final class Assignment<T> {
  private static final int FREE = -1;

  private final List<T> records;
  private final List<Condition<? super T>> conditions;
  private final int[] conditionOf;

  private Assignment(List<T> records, List<Condition<? super T>> conditions) {
    this.records = records;
    this.conditions = conditions;
    this.conditionOf = new int[records.size()];
    Arrays.fill(conditionOf, FREE);
  }

  /** Throws an {@link AssertionError} that names what is missing and what is too much. */
  static <T> void requireOneToOne(
      String what, List<T> records, List<Condition<? super T>> conditions) {
    Assignment<T> assignment = new Assignment<>(records, conditions);
    List<String> missing = new ArrayList<>();
    for (int condition = 0; condition < conditions.size(); condition++) {
      if (!assignment.place(condition, new boolean[records.size()])) {
        missing.add(conditions.get(condition).toString());
      }
    }
    List<String> extra =
        IntStream.range(0, records.size())
            .filter(record -> assignment.conditionOf[record] == FREE)
            .mapToObj(record -> Detections.text(records.get(record)))
            .toList();
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new AssertionError(
          "Expected %d, found %d in %s.%n missing:%s%n not expected:%s%n all found:%s"
              .formatted(
                  conditions.size(),
                  records.size(),
                  what,
                  lines(missing),
                  lines(extra),
                  lines(records.stream().map(Detections::text).toList())));
    }
  }

  /** An augmenting path of bipartite matching; timelines are short, so recursion is fine. */
  private boolean place(int condition, boolean[] tried) {
    for (int record = 0; record < records.size(); record++) {
      if (!tried[record] && conditions.get(condition).matches(records.get(record))) {
        tried[record] = true;
        if (conditionOf[record] == FREE || place(conditionOf[record], tried)) {
          conditionOf[record] = condition;
          return true;
        }
      }
    }
    return false;
  }

  private static String lines(List<String> texts) {
    return texts.isEmpty()
        ? " nothing"
        : texts.stream()
            .map(text -> System.lineSeparator() + "  - " + text)
            .collect(Collectors.joining());
  }
}
