package io.floorwalker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void theBuiltInsAreThoseOfTheContract() {
    Settings settings = Settings.builtIn();
    assertThat(settings.duration(Keys.CART_AFTER)).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.duration(Keys.TIME_DISORDER)).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.duration(Keys.TIME_HEARTBEAT)).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.number(Keys.KAFKA_PARTITIONS)).isEqualTo(12);
    assertThat(settings.text(Keys.ABANDONMENT_KEY)).isEqualTo("customer");
    assertThat(settings.text(Keys.DETECT_ENGINE)).isEqualTo("fast");
  }

  @Test
  void everyBuiltInFitsItsOwnKey() {
    for (Key<?> key : Keys.all()) {
      assertThat(key.type().parse(key.builtIn())).as(key.name()).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "struggle.stall.after, 61m",
    "struggle.gave-up.after, 0s",
    "struggle.dead-click.after, 2500",
    "struggle.slow.lcp, 0",
    "struggle.suppress, Map",
    "struggle.suppress, 'map,,zoom'",
  })
  void whatMakesNoSignIsRefused(String key, String value) {
    assertThatThrownBy(() -> Settings.read(List.of(), Map.of(), List.of(key + "=" + value)))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining(key);
  }

  @Test
  void laterPlacesWin() throws Exception {
    Path first =
        file("a.yaml", "abandonment.cart.after: 1m\ntime.disorder: 1s\nkafka.partitions: 1");
    Path second = file("b.yaml", "abandonment.cart.after: 2m\ntime.disorder: 2s");
    Settings settings =
        Settings.read(
            List.of(first, second),
            Map.of("FLOORWALKER_ABANDONMENT_CART_AFTER", "3m", "PATH", "/bin"),
            List.of("abandonment.cart.after=4m"));
    assertThat(settings.duration(Keys.CART_AFTER)).isEqualTo(Duration.ofMinutes(4));
    assertThat(settings.duration(Keys.TIME_DISORDER)).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.number(Keys.KAFKA_PARTITIONS)).isEqualTo(1);
  }

  @Test
  void nestedAndDottedAreAlike() throws Exception {
    Path file = file("a.yaml", "abandonment:\n  cart.after: 7m\n  key: session");
    Settings settings = Settings.read(List.of(file), Map.of(), List.of());
    assertThat(settings.duration(Keys.CART_AFTER)).isEqualTo(Duration.ofMinutes(7));
    assertThat(settings.text(Keys.ABANDONMENT_KEY)).isEqualTo("session");
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "45s,45000", "30m,1800000", "2h,7200000", "7d,604800000", "PT1M,60000"})
  void durationsAreWrittenAsPeopleSayThem(String text, long milliseconds) throws Exception {
    Settings settings = Settings.read(List.of(), Map.of(), List.of("time.disorder=" + text));
    assertThat(settings.duration(Keys.TIME_DISORDER)).isEqualTo(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @CsvSource({
    "struggle.incident.tail, 0, below 1",
    "struggle.incident.tail, 1, below 1",
    "struggle.incident.prior, NaN, below 1",
    "struggle.incident.prior, 2 %, below 1",
    "struggle.incident.ratio, 1.0, above 1",
    "struggle.incident.ratio, Infinity, above 1",
    "struggle.incidents, true, one of on"
  })
  void numbersOfIncidentsAreRefusedWhereTheyMeanNothing(String key, String text, String remedy) {
    assertRefused(List.of(key + "=" + text), "--set", key, "'" + text + "'", remedy);
  }

  @Test
  void smallNumbersMayBeWrittenWithAnExponent() throws Exception {
    Settings settings =
        Settings.read(List.of(), Map.of(), List.of("struggle.incident.tail=2.5e-9"));
    assertThat(settings.decimal(Keys.INCIDENT_TAIL)).isEqualTo(2.5e-9);
    assertThat(settings.decimal(Keys.INCIDENT_RATIO)).isEqualTo(3.0);
    assertThat(settings.text(Keys.STRUGGLE_INCIDENTS)).isEqualTo("on");
  }

  @ParameterizedTest
  @CsvSource({"30", "30 min", "-5s", "0s", "soon", "PT-5S", "1y"})
  void aWrongUnitIsRefusedWithPlaceValueAndRemedy(String text) {
    assertRefused(List.of("time.disorder=" + text), "--set", "time.disorder", text, "45s");
  }

  @Test
  void anUnknownKeyIsRefusedWithFileLineAndNearestName() throws Exception {
    Path file = file("shop.yaml", "time:\n  disorder: 5s\nabandonment:\n  cart:\n    afer: 5m");
    assertThatThrownBy(() -> Settings.read(List.of(file), Map.of(), List.of()))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("shop.yaml:5")
        .hasMessageContaining("abandonment.cart.afer")
        .hasMessageContaining("did you mean abandonment.cart.after?");
  }

  @Test
  void aRepeatedKeyIsRefusedWithBothPlaces() throws Exception {
    Path file = file("shop.yaml", "time.disorder: 5s\ntime:\n  disorder: 6s");
    assertThatThrownBy(() -> Settings.read(List.of(file), Map.of(), List.of()))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("shop.yaml:3")
        .hasMessageContaining("shop.yaml:1")
        .hasMessageContaining("set twice");
  }

  @Test
  void anUnknownVariableIsRefusedAndTheLaunchersAreLeftAlone() throws Exception {
    assertThat(Settings.read(List.of(), Map.of("FLOORWALKER_DIR", "/x"), List.of())).isNotNull();
    assertThatThrownBy(
            () -> Settings.read(List.of(), Map.of("FLOORWALKER_TIME_DISODER", "5s"), List.of()))
        .hasMessageContaining("FLOORWALKER_TIME_DISORDER");
  }

  @Test
  void keysOfFlinkAndKafkaArePassedOn() throws Exception {
    Settings settings =
        Settings.read(List.of(), Map.of(), List.of("flink.rest.port=1", "kafka.client.acks=all"));
    assertThat(settings.below(Keys.FLINK_PREFIX)).containsEntry("rest.port", "1");
    assertThat(settings.below(Keys.KAFKA_CLIENT_PREFIX)).containsEntry("acks", "all");
  }

  @Test
  void aTierNamesTheRolesThatItRequires() throws Exception {
    Settings settings =
        Settings.read(
            List.of(), Map.of(), List.of("stakeholder.required-roles.gold=champion, user"));
    assertThat(settings.below(Keys.REQUIRED_ROLES_PREFIX))
        .containsExactly(Map.entry("gold", "champion, user"));
    assertRefused(
        List.of("stakeholder.required-roles.gold=champion,,user"),
        "stakeholder.required-roles.gold",
        "it takes roles, comma between");
    assertRefused(List.of("stakeholder.required-roles.=user"), "unknown key");
  }

  @Test
  void aMissingOrBrokenFileIsNamed() throws Exception {
    assertThatThrownBy(() -> Settings.read(List.of(folder.resolve("no.yaml")), Map.of(), List.of()))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("no.yaml");
    Path broken = file("broken.yaml", "time: [1, 2");
    assertThatThrownBy(() -> Settings.read(List.of(broken), Map.of(), List.of()))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("broken.yaml");
  }

  @Test
  void aSetWithoutEqualsIsRefused() {
    assertRefused(List.of("time.disorder"), "--set key=value");
  }

  private static void assertRefused(List<String> sets, String... said) {
    assertThatThrownBy(() -> Settings.read(List.of(), Map.of(), sets))
        .isInstanceOf(InvalidSettings.class)
        .message()
        .contains(said);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
