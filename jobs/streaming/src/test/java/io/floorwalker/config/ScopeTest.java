package io.floorwalker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of one site, of one tier, and the versions of rules. */
class ScopeTest {
  @TempDir Path folder;

  @Test
  void aSiteHasItsOwnAndTheRestOfTheCommonOnes() throws Exception {
    Settings settings =
        read(
            "abandonment.cart.after: 40m",
            "sites:",
            "  shop.example.com:",
            "    abandonment.cart.after: 45m",
            "  outlet.abandonment:",
            "    payment.after: 5m");
    Tuned<Duration> cart = Tuned.of(settings, Scope.SITE, site -> site.duration(Keys.CART_AFTER));
    Tuned<Duration> payment =
        Tuned.of(settings, Scope.SITE, site -> site.duration(Keys.PAYMENT_AFTER));

    assertThat(cart.at("shop.example.com")).isEqualTo(Duration.ofMinutes(45));
    assertThat(cart.at("outlet")).isEqualTo(Duration.ofMinutes(40));
    assertThat(cart.at("any other")).isEqualTo(Duration.ofMinutes(40));
    assertThat(cart.at(null)).isEqualTo(Duration.ofMinutes(40));
    assertThat(payment.at("outlet")).isEqualTo(Duration.ofMinutes(5));
    assertThat(payment.at("shop.example.com")).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aTierHasItsOwn() throws Exception {
    Settings settings = read("tiers.gold.stakeholder.stale.after: 3d");

    assertThat(settings.own(Scope.TIER)).containsOnlyKeys("gold");
    assertThat(settings.own(Scope.SITE)).isEmpty();
    assertThat(settings.duration(Keys.STALE_AFTER)).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void ofAllKeysThoseOfTheTableMayDiffer() {
    assertThat(Keys.all().stream().filter(Scope.SITE::has)).hasSize(16);
    assertThat(Keys.all().stream().filter(Scope.TIER::has)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "sites.shop.abandonment.cart.afer, 5m, did you mean sites.shop.abandonment.cart.after?",
    "sites.shop.de.strugle.threshold, 5, did you mean sites.shop.de.struggle.threshold?",
    "sites.abandonment.cart.after, 5m, did you mean sites.",
    "sites.shop, 5m, did you mean sites.<site>.",
    "sites..abandonment.cart.after, 5m, unknown key",
    "sites.shop.time.disorder, 5s, time.disorder cannot differ by site; set it for all",
    "sites.shop.abandonment.cart.kept, 5d, abandonment.cart.kept cannot differ by site",
    "sites.shop.stakeholder.stale.after, 5d, stakeholder.stale.after cannot differ by site",
    "sites.shop.abandonment.cart.after, 30, it takes a duration such as",
    "sites.shop.struggle.threshold, 0, it takes a whole number from 1",
    "tiers.gold.stakeholder.stale.afte, 5d, did you mean tiers.gold.stakeholder.stale.after?",
    "tiers.gold.abandonment.cart.after, 5m, abandonment.cart.after cannot differ by tier",
    "tiers.gold.stakeholder.rhythm, fixed, stakeholder.rhythm cannot differ by tier",
    "rules.cart_abandonned.version, 2, did you mean rules.cart_abandoned.version?",
    "rules.cart_abandoned, 2, did you mean rules.",
    "rules.cart_abandoned.version, ' ', it takes a text such as 2",
  })
  void whatDoesNotFitIsRefusedWithFileLineKeyAndRemedy(String key, String text, String remedy) {
    assertThatThrownBy(() -> read("time.disorder: 60s", "%s: '%s'".formatted(key, text)))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("shop.yaml:2")
        .hasMessageContaining(key)
        .hasMessageContaining(remedy);
  }

  @Test
  void theVersionOfARuleIsOneUnlessItIsSet() throws Exception {
    RuleVersions versions = RuleVersions.from(read("rules.cart_abandoned.version: 2026-03"));

    assertThat(versions.of("cart_abandoned")).isEqualTo("2026-03");
    assertThat(versions.of("checkout_abandoned")).isEqualTo("1");
  }

  private Settings read(String... lines) throws Exception {
    Path file = Files.write(folder.resolve("shop.yaml"), List.of(lines));
    return Settings.read(List.of(file), Map.of(), List.of());
  }
}
