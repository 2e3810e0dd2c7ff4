package io.floorwalker.deliver;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a target is, which keys it has in the targets file, and what it takes a second. */
enum TargetType {
  WEBHOOK(0, "url", "secret_file"),
  SLACK(1, "url", "token_file", "conversation"),
  TEAMS(4, "url"),
  /** 190 requests in 10 s. */
  HUBSPOT(19, "url", "token_file", "object"),
  SALESFORCE(0, "url", "client_id", "secret_file", "object", "external_id"),
  EMAIL(0, "host", "port", "tls", "user", "password_file", "from", "unsubscribe_url");

  private static final List<String> COMMON = List.of("type", "name", "per_second");
  private static final List<String> OF_PEOPLE =
      List.of(
          "language",
          "evidence_url",
          "recipients_file",
          "recipients_url",
          "feedback_url",
          "feedback_secret_file");

  private final double perSecond;
  private final List<String> own;

  TargetType(double perSecond, String... own) {
    this.perSecond = perSecond;
    this.own = List.of(own);
  }

  /** Attempts a second unless the target says otherwise; 0: as many as there are. */
  double perSecond() {
    return perSecond;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Stream.of(values()).map(TargetType::word).toList();
  }

  /** The keys that a target of this type may have. */
  List<String> keys() {
    List<String> ofPeople = this == WEBHOOK ? List.of() : OF_PEOPLE;
    return Stream.of(COMMON, own, ofPeople).flatMap(List::stream).toList();
  }
}
