package io.floorwalker.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
  private static final Path CONF = Path.of(System.getProperty("floorwalker.root"), "deploy/conf");

  @Test
  void theSampleIsTheBuiltInPolicy() throws Exception {
    byte[] builtIn =
        Objects.requireNonNull(Policies.class.getResourceAsStream(Policies.BUILT_IN))
            .readAllBytes();
    assertThat(Files.readAllBytes(CONF.resolve("policy.yaml"))).isEqualTo(builtIn);
    assertThat(Policies.read(CONF.resolve("policy.yaml"))).isEqualTo(Policies.builtIn());
  }

  @Test
  void theBuiltInPolicySaysThis() {
    Policy policy = Policies.builtIn();
    assertThat(policy.holdout()).isEqualTo(new Holdout(5, "built-in-1"));
    assertThat(policy.perChannelPerDay()).isEqualTo(1);
    assertThat(policy.site()).isEmpty();
    assertThat(policy.rules())
        .extracting(
            Rule::name,
            rule -> rule.scope().kinds(),
            rule -> rule.rollout().reach(),
            Rule::holdoutPercent)
        .containsExactly(
            row("help_in_checkout", Set.of("checkout_struggle"), Reach.LIVE, 5),
            row(
                "remind_of_cart",
                Set.of("cart_abandoned", "checkout_abandoned", "payment_abandoned"),
                Reach.LIVE,
                5),
            row("tell_rep_of_silence", Set.of("stakeholder_stale"), Reach.LIVE, 5),
            row("escalate_silence", Set.of("stakeholder_stale"), Reach.LIVE, 5),
            row("note_never_active", Set.of("stakeholder_never_active"), Reach.SHADOW, 5),
            row("tell_of_outage", Set.of("incident"), Reach.LIVE, 5),
            row("tell_who_was_stopped", Set.of("incident_recovered"), Reach.LIVE, 5),
            row(
                "tell_rep_of_committee",
                Set.of(
                    "champion_dark",
                    "decision_maker_dark",
                    "single_threaded",
                    "coverage_low",
                    "usage_drop"),
                Reach.LIVE,
                5),
            row("tell_of_items_left", Set.of("intent_reopened"), Reach.LIVE, 5));
    assertThat(policy.rules().get(0).treatments())
        .extracting(Treatment::name, Treatment::channel, Treatment::expiry)
        .containsExactly(
            row("offer_chat", "chat", Duration.ofMinutes(2)),
            row("show_help", "page", Duration.ofSeconds(30)));
    assertThat(policy.rules().get(3).treatments())
        .extracting(Treatment::name, Treatment::expiry)
        .containsExactly(
            row("create_task", Duration.ofDays(7)), row("alert_rep", Duration.ofDays(3)));
  }

  @Test
  void theDemoHasTheSameTreatmentsLiveForEverybody() throws Exception {
    Policy demo = Policies.read(CONF.resolve("demo-policy.yaml"));
    assertThat(demo.holdout().percent()).isZero();
    assertThat(demo.rules()).allMatch(rule -> rule.rollout().reach() == Reach.LIVE);
    assertThat(demo.rules()).allMatch(rule -> rule.holdoutPercent() == 0);
    assertThat(demo.rules())
        .extracting(Rule::name, Rule::scope, Rule::treatments)
        .containsExactlyElementsOf(
            Policies.builtIn().rules().stream()
                .map(rule -> row(rule.name(), rule.scope(), rule.treatments()))
                .toList());
  }

  @Test
  void aTreatmentMayHaveACost() throws Exception {
    Policy policy =
        Given.policy(
            "    expires_after: 24h", "    expires_after: 24h\n    contact_cost: 0.05 EUR");
    assertThat(policy.rules().get(1).treatments().get(0).cost())
        .isEqualTo(new ContactCost(new BigDecimal("0.0500"), "EUR"));
    assertThat(
            Given.candidate(
                    new Decider(policy, "decide")
                        .decide(Given.cartAbandoned().build(), Given.consenting())
                        .decision(),
                    "send_reminder")
                .getContactCost())
        .isEqualByComparingTo("0.05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "percent: 5 | percent: 101 | test.yaml:17: holdout.percent = '101' does not fit; it takes a whole number from 0 to 100",
        "percent: 5 | percent: some | holdout.percent = 'some' does not fit",
        "version: built-in-1 | versoin: 1 | test.yaml:9: versoin is unknown; there are version, site, holdout",
        "version: built-in-1 | version: ' ' | version = ' ' does not fit; it takes a text",
        "mode: shadow | mode: loud | rules[5].mode = 'loud' does not fit; it takes off, shadow, canary(10) or live",
        "mode: shadow | mode: canary(101) | rules[5].mode = 'canary(101)' does not fit",
        "audience: internal | audience: staff | audience = 'staff' does not fit; it takes one of customer, internal",
        "purpose: sales | purpose: profiling | purpose = 'profiling' does not fit; it takes one of service, marketing, sales",
        "recipient: manager | recipient: boss | treatments.create_task.recipient = 'boss' does not fit; it takes one of session, customer, site, owner, manager",
        "expires_after: 2m | expires_after: soon | treatments.offer_chat.expires_after = 'soon' does not fit; it takes a duration",
        "expires_after: 2m | expires_after: 0s | treatments.offer_chat.expires_after = '0s' does not fit",
        "expires_after: 2m | expires_at: 2m | treatments.offer_chat.expires_at is unknown",
        "[offer_chat, show_help] | [offer_tea] | rules[1].treatments names 'offer_tea', which is not described; there are offer_chat, show_help",
        "[offer_chat, show_help] | [show_help, show_help] | rules[1].treatments names 'show_help' twice",
        "[offer_chat, show_help] | offer_chat | rules[1].treatments a list belongs here",
        "kinds: [checkout_struggle] | kinds: [] | rules[1].kinds is missing",
        "name: escalate_silence | name: remind_of_cart | rules[4].name = 'remind_of_cart' is taken",
        "show_help: | do_nothing: | treatments.do_nothing stands in every decision by itself",
        "per_channel_24h: 1 | per_channel_24h: -1 | caps.per_channel_24h = '-1' does not fit",
        "salt: built-in-1 | pepper: 1 | holdout.pepper is unknown",
        "'channel: chat' | 'channel: [chat]' | treatments.offer_chat.channel a single value belongs here"
      })
  void whatNobodyUnderstandsIsRefusedWithItsPlaceAndTheRemedy(
      String before, String after, String message) {
    assertThatThrownBy(() -> Given.policy(before, after))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMissingFileAndAFileThatIsNoYamlAreRefused(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> Policies.read(folder.resolve("none.yaml")))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("none.yaml: cannot be read")
        .hasMessageContaining("check policy.file");
    for (String text : List.of("", "version: [", "- a list")) {
      Path file = Files.writeString(folder.resolve("bad.yaml"), text);
      assertThatThrownBy(() -> Policies.read(file))
          .isInstanceOf(InvalidPolicy.class)
          .hasMessageContaining("bad.yaml");
    }
  }

  private static org.assertj.core.groups.Tuple row(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
