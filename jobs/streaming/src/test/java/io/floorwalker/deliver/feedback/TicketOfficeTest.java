package io.floorwalker.deliver.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.OutcomeKind;
import io.floorwalker.schema.Purpose;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketOfficeTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final TicketOffice office = new TicketOffice("0123456789abcdef");

  @ParameterizedTest
  @EnumSource
  void anAnswerIsTheRecordOfItsAction(StaffAnswer answer) {
    Feedback said = read(ticket("jane"), NOON).answered(answer, NOON.plusSeconds(7), "slack:U1");
    boolean snoozed = answer == StaffAnswer.SNOOZE;
    assertThat(said)
        .isEqualTo(
            Feedback.newBuilder()
                .setFeedbackId(Ids.outcome(snoozed ? "snoozed" : answer.word(), "a-1"))
                .setOccurredAt(NOON.plusSeconds(7))
                .setKind(snoozed ? OutcomeKind.SNOOZED : OutcomeKind.valueOf(answer.name()))
                .setActionId("a-1")
                .setDecisionId("d-1")
                .setAccountId("acme")
                .setContactId("jane")
                .setChannel("chat")
                .setActor("slack:U1")
                .setSnoozedUntil(snoozed ? NOON.plusSeconds(7).plus(Duration.ofDays(7)) : null)
                .build());
  }

  @Test
  void eachAttemptHasTheSameTicket() {
    assertThat(ticket("jane")).isEqualTo(ticket("jane")).isNotEqualTo(ticket("joe"));
  }

  @Test
  void anotherSecretOrAnotherSignMakesItNoTicket() {
    String ticket = ticket("jane");
    assertThat(new TicketOffice("fedcba9876543210").read(ticket, NOON)).isEmpty();
    for (int at = 0; at < ticket.length(); at++) {
      char other = ticket.charAt(at) == 'A' ? 'B' : 'A';
      String forged = ticket.substring(0, at) + other + ticket.substring(at + 1);
      // The last sign of Base64 has bits that mean nothing: the bytes are the same.
      if (at != ticket.length() - 1 && at != ticket.indexOf('.') - 1) {
        assertThat(office.read(forged, NOON)).as(forged).isEmpty();
      }
    }
    for (String none :
        new String[] {null, "", ".", "a", "a.b.c", "ä.ö", ticket + ".", "A".repeat(5_000)}) {
      assertThat(office.read(none, NOON)).as("%s", none).isEmpty();
    }
  }

  @Test
  void aTicketIsGoodForNinetyDays() {
    Instant end = NOON.plus(Duration.ofDays(90));
    assertThat(office.read(ticket("jane"), end.minusMillis(1))).isPresent();
    assertThat(office.read(ticket("jane"), end)).isEmpty();
  }

  @Test
  void idsThatNoButtonTakesHaveNoTicket() {
    assertThat(ticket("j".repeat(1_000))).hasSizeLessThan(1_800);
    assertThat(office.ticket(action("j".repeat(2_000)))).isEmpty();
  }

  @Test
  void aSecretThatCouldBeGuessedIsRefusedAndNotShown() {
    assertThatThrownBy(() -> new TicketOffice("hush"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openssl rand -hex 32")
        .message()
        .doesNotContain("hush");
  }

  private Ticket read(String ticket, Instant at) {
    return office.read(ticket, at).orElseThrow();
  }

  private String ticket(String contact) {
    return office.ticket(action(contact)).orElseThrow();
  }

  private static Action action(String contact) {
    return Action.newBuilder()
        .setActionId("a-1")
        .setChangedAt(NOON)
        .setCreatedAt(NOON)
        .setStatus("planned")
        .setDecisionId("d-1")
        .setDetectionId("x-1")
        .setTreatment("alert_rep")
        .setVariant("short")
        .setChannel("chat")
        .setAudience(Audience.INTERNAL)
        .setPurpose(Purpose.SERVICE)
        .setSite("shop")
        .setAccountId("acme")
        .setContactId(contact)
        .setRecipientRef("owner:jane")
        .setScheduledAt(NOON)
        .setExpiresAt(NOON)
        .setRuleVersion("1")
        .setJob("decide")
        .build();
  }
}
