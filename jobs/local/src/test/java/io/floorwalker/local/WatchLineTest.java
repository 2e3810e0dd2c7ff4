package io.floorwalker.local;

import static io.floorwalker.local.TestingRecords.FOUND;
import static io.floorwalker.local.TestingRecords.TOUCHED;
import static io.floorwalker.local.TestingRecords.action;
import static io.floorwalker.local.TestingRecords.candidate;
import static io.floorwalker.local.TestingRecords.decision;
import static io.floorwalker.local.TestingRecords.event;
import static io.floorwalker.local.TestingRecords.signal;
import static io.floorwalker.local.TestingRecords.struggle;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.page.ServerEvent;
import io.floorwalker.schema.Detection;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

class WatchLineTest {

  @Test
  void eachRecordIsToldWithTheTimeOfItsCause() {
    Detection struggle = struggle("d-1", "anna", "payment_declined", "payment");
    struggle.setScore(4.0);

    assertThat(line(event("anna", 0)))
        .hasValue(told("saw", TOUCHED, "page viewed", "\"detail\":\"\""));
    assertThat(line(struggle))
        .hasValue(
            told(
                "found",
                FOUND,
                "card declined twice at payment",
                "\"detail\":\"checkout struggle, 4.00 points\""));
    assertThat(line(action("a-1", "d-1", "offer_chat", "chat")))
        .hasValue(told("sent", FOUND, "chat offered", "\"detail\":\"by chat\",\"action\":\"a-1\""));
  }

  @Test
  void aDecisionNamesWhatWasChosenAndWhichGateSaidNo() {
    assertThat(
            line(
                decision(
                    "c-1",
                    "d-1",
                    candidate("offer_chat", false, "cap"),
                    candidate("show_help", true, null),
                    candidate("do_nothing", false, "lower_priority"))))
        .hasValue(told("decided", FOUND, "show help", "\"detail\":\"offer chat: no, cap\""));
  }

  @Test
  void whatIsAboutNobodyIsNotTold() {
    assertThat(line(signal("s-1", "rage_click"))).isEmpty();
  }

  private static Optional<ServerEvent> line(SpecificRecordBase entry) {
    return WatchLine.of(entry).map(WatchLine::event);
  }

  private static ServerEvent told(String name, Instant at, String title, String more) {
    String data = "{\"at\":%d,\"title\":\"%s\",%s}".formatted(at.toEpochMilli(), title, more);
    return new ServerEvent(name, null, data);
  }
}
