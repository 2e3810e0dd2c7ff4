package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.CustomerEvent;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {

  private final OpenSessions sessions = new OpenSessions();

  @Test
  void aSessionIsOpenForFiveMinutesAfterItsNewestEvent() {
    sessions.see(TestingRecords.event("s-1", 0));
    sessions.see(TestingRecords.event("s-2", 299));
    assertThat(sessions.count()).isEqualTo(2);

    sessions.see(TestingRecords.event("s-2", 300));
    assertThat(sessions.count()).isEqualTo(1);
  }

  @Test
  void anOldEventDoesNotMakeASessionOlder() {
    sessions.see(TestingRecords.event("s-1", 100));
    sessions.see(TestingRecords.event("s-1", 0));
    sessions.see(TestingRecords.event("s-2", 399));

    assertThat(sessions.count()).isEqualTo(2);
  }

  @Test
  void botsAndEventsWithoutASessionOpenNone() {
    CustomerEvent bot = TestingRecords.event("s-1", 0);
    bot.setIsBot(true);
    CustomerEvent none = TestingRecords.event("s-2", 0);
    none.setSessionId(null);
    sessions.see(bot);
    sessions.see(none);

    assertThat(sessions.count()).isZero();
  }
}
