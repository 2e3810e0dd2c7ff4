package io.floorwalker.simulator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.floorwalker.contract.EventShape;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShopTest {

  private static final long OPENS = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
  private static final Thresholds T =
      TestingDay.soon(Duration.ofSeconds(45), Duration.ofMinutes(2));
  private static final Flaws MANY =
      new Flaws(0.10, Duration.ofSeconds(4), 0.05, 0.04, Duration.ofSeconds(90), 0.03, 0.02);

  @Test
  void theSameSeedSendsTheSameBytes() {
    ShopSettings settings = ShopSettings.demo(7, 200, 10, T);
    List<Emission> first = all(settings);
    List<Emission> second = all(settings);

    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).value()).isEqualTo(first.get(i).value());
      assertThat(second.get(i).topic()).isEqualTo(first.get(i).topic());
      assertThat(second.get(i).key()).isEqualTo(first.get(i).key());
      assertThat(second.get(i).sendAtMs()).isEqualTo(first.get(i).sendAtMs());
      assertThat(second.get(i).fate()).isEqualTo(first.get(i).fate());
    }
  }

  @Test
  void anotherSeedOrAnotherStartHasOtherIds() {
    Set<String> ids = ids(all(ShopSettings.calm(7, 50)));

    assertThat(ids(all(ShopSettings.calm(8, 50)))).doesNotContainAnyElementsOf(ids);
    assertThat(ids(drain(Shop.open(ShopSettings.calm(7, 50), OPENS + 1))))
        .doesNotContainAnyElementsOf(ids);
  }

  @Test
  void flawsChangeNothingThatTheShoppersDo() {
    ShopSettings clean = ShopSettings.calm(7, 300);
    List<Truth> truths = new ArrayList<>();
    List<Truth> truthsWithFlaws = new ArrayList<>();
    List<Emission> plain = drain(Shop.open(clean, OPENS, truths::add));
    List<Emission> flawed = drain(Shop.open(clean.with(MANY), OPENS, truthsWithFlaws::add));

    assertThat(truthsWithFlaws).isEqualTo(truths);
    assertThat(new HashSet<>(events(flawed))).isEqualTo(new HashSet<>(events(plain)));
  }

  @Test
  void endsAfterExactlyTheVisitsThatWereAskedFor() {
    for (int sessions = 1; sessions <= 40; sessions++) {
      Shop shop = Shop.open(ShopSettings.demo(3, sessions, 20, T), OPENS);

      assertThat(
              drain(shop).stream()
                  .map(ShopTest::session)
                  .filter(session -> session.startsWith("visit-"))
                  .distinct())
          .hasSize(sessions);
      assertThatThrownBy(shop::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void anEndlessShopGoesOnAndForgetsWhoHasLeft() {
    Shop shop = Shop.open(ShopSettings.demo(7, 0, 1, T), OPENS);
    int most = 0;
    for (int i = 0; i < 100_000; i++) {
      shop.next();
      most = Math.max(most, shop.pendingEmissions());
    }

    assertThat(shop.hasNext()).isTrue();
    assertThat(most).isLessThan(10_000);
  }

  @Test
  void recordsComeInTheOrderInWhichTheyAreSent() {
    List<Long> sendAt =
        all(ShopSettings.demo(7, 500, 10, T).with(MANY)).stream().map(Emission::sendAtMs).toList();

    assertThat(sendAt).isSorted();
    assertThat(sendAt.get(0)).isGreaterThan(OPENS);
  }

  @Test
  void nothingIsSentBeforeItOccurredExceptByTheClockOf2099() {
    for (Emission emission : all(ShopSettings.demo(7, 500, 10, T).with(MANY))) {
      if (emission.event() == null) {
        continue;
      }
      long occurredAt = emission.event().getOccurredAt().toEpochMilli();
      long delay = emission.sendAtMs() - occurredAt;
      switch (emission.fate()) {
        case PLAIN -> assertThat(delay).isZero();
        case DISORDERED -> assertThat(delay).isBetween(1L, 4_000L);
        case REPEATED -> assertThat(delay).isBetween(0L, 4_000L);
        case LATE -> assertThat(delay).isEqualTo(90_000);
        case FAR_FUTURE ->
            assertThat(emission.event().getOccurredAt())
                .isBetween("2099-01-01T00:00:00Z", "2099-12-31T00:00:00Z");
        case BROKEN -> throw new AssertionError("a broken record has no event");
      }
    }
  }

  @Test
  void flawsHappenAboutAsOftenAsTheSettingsSay() {
    List<Emission> sent = all(ShopSettings.demo(7, 2_000, 10, T).with(MANY));
    double events = count(sent, Fate.PLAIN) + count(sent, Fate.DISORDERED) + count(sent, Fate.LATE);
    double views =
        events(sent).stream().filter(event -> isView(event.getType())).distinct().count();

    assertThat(count(sent, Fate.DISORDERED) / events).isCloseTo(0.10, within(0.02));
    assertThat(count(sent, Fate.REPEATED) / events).isCloseTo(0.05, within(0.01));
    assertThat(count(sent, Fate.LATE) / views).isCloseTo(0.04, within(0.01));
    assertThat(count(sent, Fate.BROKEN) / events).isCloseTo(0.03, within(0.01));
    assertThat(count(sent, Fate.FAR_FUTURE) / events).isCloseTo(0.02, within(0.01));
  }

  @Test
  void withoutFlawsEveryRecordIsPlain() {
    assertThat(all(ShopSettings.calm(7, 300))).allMatch(sent -> sent.fate() == Fate.PLAIN);
  }

  @Test
  void brokenRecordsAreRefusedByEveryReaderAndTheOthersAreRead() throws MalformedRecord {
    Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
    for (Emission emission : all(ShopSettings.demo(7, 1_000, 10, T).with(MANY))) {
      if (!emission.topic().equals(Topics.RAW_CANONICAL)) {
        continue;
      }
      byte[] value = Objects.requireNonNull(emission.value());
      if (emission.fate() == Fate.BROKEN) {
        assertThatThrownBy(() -> wire.decode(value)).isInstanceOf(MalformedRecord.class);
      } else {
        assertThat(wire.decode(value)).isEqualTo(emission.event());
      }
    }
  }

  @Test
  void everyEventHasWhatItsTypeRequiresAndSaysThatItIsMadeUp() {
    for (CustomerEvent event : events(all(ShopSettings.demo(7, 500, 10, T)))) {
      EventShape shape = Objects.requireNonNull(EventShape.all().get(event.getType()));
      assertThat(shape.missing(event)).isEmpty();
      assertThat(event.getSource()).startsWith("simulator");
      assertThat(event.getSite()).isEqualTo("demo-shop");
      if (isOfTheShop(event)) {
        assertThat(event.getAnonymousId()).as("nobody does what the shop does").isNull();
        continue;
      }
      if (event.getContactId() == null) {
        assertThat(event.getAnonymousId()).startsWith("shopper-0");
      }
      assertThat(event.getContext().getDeviceClass()).isNotNull();
      assertThat(event.getContext().getCountry()).isNotNull();
      assertThat(event.getContext().getRelease()).isNotNull();
    }
  }

  @Test
  void someShoppersAreKnownAndEachKeepsOneIdentity() {
    Map<String, Set<String>> usersOfDevice =
        events(all(ShopSettings.calm(7, 500))).stream()
            .filter(event -> !isOfTheShop(event))
            .collect(
                groupingBy(
                    CustomerEvent::getAnonymousId,
                    mapping(
                        event -> Objects.requireNonNullElse(event.getUserId(), "nobody"),
                        toSet())));

    assertThat(usersOfDevice.values()).allMatch(users -> users.size() == 1);
    assertThat(usersOfDevice.values()).contains(Set.of("nobody"));
    assertThat(usersOfDevice.values()).anyMatch(users -> !users.contains("nobody"));
  }

  @Test
  void theEventsOfAVisitAreNumberedFromOneWithoutHoles() {
    Map<String, List<CustomerEvent>> visits =
        all(ShopSettings.demo(7, 500, 10, T).with(MANY)).stream()
            .filter(sent -> sent.fate() != Fate.REPEATED && sent.fate() != Fate.FAR_FUTURE)
            .map(Emission::event)
            .filter(Objects::nonNull)
            .filter(event -> event.getSessionId() != null)
            .collect(groupingBy(CustomerEvent::getSessionId));

    for (List<CustomerEvent> visit : visits.values()) {
      assertThat(visit.stream().map(CustomerEvent::getSessionSeq).sorted())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, visit.size()).boxed().toList());
    }
  }

  @Test
  void theKeyOfARecordIsItsSessionOrWhoItIsAbout() {
    for (Emission emission : all(ShopSettings.demo(7, 100, 10, T))) {
      if (emission.event() != null) {
        CustomerEvent event = emission.event();
        if (emission.fate() == Fate.FAR_FUTURE) {
          continue;
        }
        assertThat(session(emission))
            .isEqualTo(
                isOfTheShop(event)
                    ? "demo-shop|" + event.getStock().getProductId()
                    : Objects.requireNonNullElse(event.getSessionId(), event.getUserId()));
      }
    }
  }

  private static boolean isView(String type) {
    return List.of(EventTypes.PAGE_VIEWED, EventTypes.PRODUCT_LIST_VIEWED).contains(type);
  }

  private static double count(List<Emission> sent, Fate fate) {
    return sent.stream().filter(emission -> emission.fate() == fate).count();
  }

  private static String session(Emission emission) {
    return new String(emission.key(), StandardCharsets.UTF_8);
  }

  private static Set<String> ids(List<Emission> sent) {
    Set<String> ids = new HashSet<>();
    for (CustomerEvent event : events(sent)) {
      ids.addAll(Arrays.asList(event.getEventId(), event.getSessionId(), event.getAnonymousId()));
    }
    ids.remove(null);
    return ids;
  }

  private static boolean isOfTheShop(CustomerEvent event) {
    return event.getStock() != null;
  }

  /** What the shoppers did: without broken records and those of the far future. */
  private static List<CustomerEvent> events(List<Emission> sent) {
    return sent.stream()
        .filter(emission -> emission.fate() != Fate.FAR_FUTURE)
        .map(Emission::event)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Emission> all(ShopSettings settings) {
    return drain(Shop.open(settings, OPENS));
  }

  private static List<Emission> drain(Shop shop) {
    List<Emission> sent = new ArrayList<>();
    shop.forEachRemaining(sent::add);
    return sent;
  }
}
