package io.floorwalker.detect.abandonment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.schema.ProductLine;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.PipelineHarness;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A visitor with a cart turns out to be somebody. */
class SignInTest {
  private PipelineHarness<Received, Detection> shop = open(Map.of());

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theCartGoesAlongAndTheClockRestarts() {
    visitorAdds("0m", "shoes");
    signIn("10m");
    assertThat(found("39m59s999ms")).isEmpty();
    assertThat(found("40m"))
        .extracting(
            Detection::getKey,
            Detection::getLines,
            Detection::getEvidence,
            Detection::getStage,
            Detection::getDetectedAt)
        .containsExactly(
            tuple("ann", List.of("shoes x1"), List.of("link-a"), "cart", Moment.at("40m")));
    assertThat(shop.output().get(0).getValue()).isEqualTo(new BigDecimal("10.0000"));
  }

  @Test
  void ofWhatIsInBothCartsTheLaterQuantityWins() {
    userAdds("0m", "shoes");
    userAdds("1m", "socks");
    visitorAdds("2m", "hat");
    visitorAdds("3m", "shoes");
    visitorAdds("3m1s", "shoes");
    signIn("10m");
    assertThat(found("2h"))
        .extracting(Detection::getLines)
        .containsExactly(List.of("shoes x2", "socks x1", "hat x1"));
  }

  @Test
  void whoOrdersAfterTheSignInLeavesNothing() {
    visitorAdds("0m", "shoes");
    signIn("10m");
    hear(event("order_placed", "20m", null, "ann", null));
    assertThat(found("2h")).isEmpty();
  }

  @Test
  void aSignInAtTheDeadlineIsTooLateForTheVisitorAndTakesTheCartAlong() {
    visitorAdds("0m", "shoes");
    signIn("30m");
    assertThat(found("2h")).extracting(Detection::getKey).containsExactlyInAnyOrder("a", "ann");
  }

  @Test
  void aSignInInTheLastMillisecondIsInTime() {
    visitorAdds("0m", "shoes");
    signIn("29m59s999ms");
    assertThat(found("2h")).extracting(Detection::getKey).containsExactly("ann");
  }

  @Test
  void whoHasNoCartTakesNothingAlong() {
    signIn("10m");
    assertThat(found("48h")).isEmpty();
    assertThat(shop.keyedStateEntries()).isZero();
  }

  @Test
  void theSecondSignInHasNothingLeftToTake() {
    visitorAdds("0m", "shoes");
    signIn("10m");
    signIn("11m");
    assertThat(found("2h")).extracting(Detection::getDetectedAt).containsExactly(Moment.at("40m"));
  }

  @Test
  void aLateSignInTakesBackWhatTheVisitorLeftAndOpensNothing() {
    visitorAdds("0m", "shoes");
    assertThat(found("35m")).extracting(Detection::getKey).containsExactly("a");
    signIn("10m");
    assertThat(found("2h"))
        .extracting(Detection::getKey, Detection::getPhase, Detection::getReason)
        .containsExactly(
            tuple("a", Phase.OPENED, null), tuple("a", Phase.RETRACTED, "late_sign_in"));
  }

  @Test
  void visitsHaveCartsOfTheirOwn() {
    shop.close();
    shop = open(Map.of("abandonment.key", "session"));
    visitorAdds("0m", "shoes");
    signIn("10m");
    assertThat(found("2h")).extracting(Detection::getKey).containsExactly("visit");
  }

  private void visitorAdds(String at, String product) {
    hear(event(EventTypes.PRODUCT_ADDED, at, "a", null, product));
  }

  private void userAdds(String at, String product) {
    hear(event(EventTypes.PRODUCT_ADDED, at, null, "ann", product));
  }

  /** What ingest makes of a sign-in. */
  private void signIn(String at) {
    for (String key : List.of("a", "ann")) {
      CustomerEvent link = event(EventTypes.IDENTITY_LINKED, at, "a", "ann", null);
      link.setCustomerKey(key);
      link.setEventId("link-" + key);
      hear(link);
    }
  }

  private void hear(CustomerEvent event) {
    shop.element(new Received(event, 0, 0, 0), event.getOccurredAt().toEpochMilli());
  }

  private List<Detection> found(String until) {
    shop.watermark(Moment.at(until).toEpochMilli());
    return shop.output();
  }

  private static CustomerEvent event(
      String type,
      String at,
      @Nullable String visitor,
      @Nullable String user,
      @Nullable String product) {
    ProductLine line =
        product == null
            ? null
            : ProductLine.newBuilder()
                .setProductId(product)
                .setQuantity(1)
                .setPrice(new BigDecimal("10.0000"))
                .setCurrency("EUR")
                .build();
    return CustomerEvent.newBuilder()
        .setEventId(type + at + visitor + user)
        .setType(type)
        .setOccurredAt(Moment.at(at))
        .setSessionId(product == null ? null : "visit")
        .setAnonymousId(visitor)
        .setUserId(user)
        .setCustomerKey(user == null ? visitor : user)
        .setProduct(line)
        .build();
  }

  private static PipelineHarness<Received, Detection> open(Map<String, String> settings) {
    return PipelineHarness.of(
        Received.TYPE,
        events ->
            CartDetector.attach(events, Settings.builtIn().with(settings), "test").detections());
  }
}
