package io.floorwalker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void everyConstantIsATopic() throws IllegalAccessException {
    Stream<String> constants =
        Arrays.stream(Topics.class.getDeclaredFields())
            .filter(field -> Modifier.isPublic(field.getModifiers()))
            .map(TopicsTest::value);

    assertThat(Topics.all())
        .extracting(Topics.Topic::name)
        .containsExactlyElementsOf(constants.toList())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("cx(\\.[a-z0-9_]+)+"));
  }

  @Test
  void rawTopicsCarryTheClockOfTheBrokerForAWeek() {
    assertThat(topic(Topics.RAW_CANONICAL).configuration())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "delete",
                "message.timestamp.type", "LogAppendTime",
                "retention.ms", "604800000"));
  }

  @Test
  void eventsCarryTheirOwnTimeForAMonth() {
    assertThat(topic(Topics.EVENTS).configuration())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "delete",
                "message.timestamp.type", "CreateTime",
                "retention.ms", "2592000000"));
  }

  @Test
  void compactedTopicsKeepTheLastAndAWeekOfHistory() {
    assertThat(topic(Topics.CONSENT).configuration())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "compact",
                "message.timestamp.type", "CreateTime",
                "min.compaction.lag.ms", "604800000"));
  }

  private static Topics.Topic topic(String name) {
    return Topics.all().stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(constant.getName(), e);
    }
  }
}
