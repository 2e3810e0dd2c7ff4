package io.floorwalker.ingest;

import io.floorwalker.contract.Topics;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A record that nobody can use.
 *
 * @param name what is wrong with it
 * @param deadLetterClass what it has to be called
 */
record BadRecord(String name, String topic, byte[] value, String deadLetterClass) {

  static BadRecord segment(String name, String deadLetterClass, String value) {
    return of(name, Topics.RAW_SEGMENT, deadLetterClass, value, StandardCharsets.UTF_8);
  }

  /** A track call in which one field has this value, as JSON. */
  static BadRecord segmentField(String name, String deadLetterClass, String field, String json) {
    String call =
        "{\"type\":\"track\",\"event\":\"Product Added\",\"userId\":\"u\",\"messageId\":\"m\"";
    return segment(name, deadLetterClass, call + ",\"%s\":%s}".formatted(field, json));
  }

  static BadRecord ga4(String name, String deadLetterClass, String value) {
    return of(name, Topics.RAW_GA4, deadLetterClass, value, StandardCharsets.UTF_8);
  }

  static BadRecord snowplow(String name, String deadLetterClass, String value) {
    return of(name, Topics.RAW_SNOWPLOW, deadLetterClass, value, StandardCharsets.UTF_8);
  }

  static BadRecord canonical(String name, String deadLetterClass, byte[] value) {
    return new BadRecord(name, Topics.RAW_CANONICAL, value, deadLetterClass);
  }

  static BadRecord of(
      String name, String topic, String deadLetterClass, String value, Charset charset) {
    return new BadRecord(name, topic, value.getBytes(charset), deadLetterClass);
  }

  @Override
  public String toString() {
    return topic + ": " + name;
  }
}
