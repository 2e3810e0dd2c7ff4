package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.ACCOUNT_REQUIRED_SHOWN;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_COMPLETED;
import static io.floorwalker.contract.EventTypes.COST_SHOWN;
import static io.floorwalker.contract.EventTypes.FIELD_ERROR;
import static io.floorwalker.contract.EventTypes.OUT_OF_STOCK_SHOWN;
import static io.floorwalker.contract.EventTypes.PAYMENT_DECLINED;
import static io.floorwalker.contract.EventTypes.PAYMENT_SUCCEEDED;
import static io.floorwalker.contract.EventTypes.SIGNED_IN;
import static io.floorwalker.oracle.History.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Form;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each history begins with e-1, which puts shoes into the cart. */
class WhyTest {

  private final AbandonmentOracle oracle =
      AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.CUSTOMER));

  @Test
  void costsTellWhereNothingWasDoneTwentySecondsAfterThem() {
    assertWhy(cart().at("29m59.999s", COST_SHOWN), "extra_cost", "e-2", "e-1");
    assertWhy(cart().at("30m", COST_SHOWN), "unknown", "e-1");
    assertWhy(cart().at("1m", COST_SHOWN).added("1m19.999s"), "extra_cost", "e-2", "e-3");
    assertWhy(cart().at("1m", COST_SHOWN).added("1m20s"), "unknown", "e-3");
  }

  @Test
  void aDeclineTellsUntilAPaymentSucceeds() {
    assertWhy(cart().at("1m", PAYMENT_DECLINED).at("2m", COST_SHOWN), "declined", "e-2");
    assertWhy(cart().at("1m", PAYMENT_DECLINED).at("2m", PAYMENT_SUCCEEDED), "unknown", "e-3");
  }

  @Test
  void anAccountThatIsRequiredTellsUntilSomebodySignsIn() {
    assertWhy(cart().at("1m", ACCOUNT_REQUIRED_SHOWN), "account_required", "e-2", "e-1");
    assertWhy(cart().at("1m", ACCOUNT_REQUIRED_SHOWN).at("2m", SIGNED_IN), "unknown", "e-1");
  }

  @Test
  void onlyAProductInTheCartIsMissed() {
    assertWhy(
        cart().at("1m", OUT_OF_STOCK_SHOWN, product("shoes", null, null)),
        "out_of_stock",
        "e-2",
        "e-1");
    assertWhy(cart().at("1m", OUT_OF_STOCK_SHOWN, product("hat", null, null)), "unknown", "e-1");
  }

  @Test
  void aFieldThatFailsThriceTellsUntilTheStepIsCompleted() {
    History loop =
        cart()
            .at("1m", FIELD_ERROR, field("postcode"))
            .at("2m", FIELD_ERROR, field("postcode"))
            .at("2m59.999s", FIELD_ERROR, field("postcode"));
    assertWhy(loop, "validation_loop", "e-2", "e-3", "e-4", "e-1");
    assertWhy(loop.at("4m", CHECKOUT_STEP_COMPLETED), "unknown", "e-5");
  }

  private static History cart() {
    return new History().added("0m");
  }

  private static Consumer<CustomerEvent.Builder> field(String name) {
    return event -> event.setForm(Form.newBuilder().setField(name).build());
  }

  private void assertWhy(History history, String cause, String... evidence) {
    assertThat(oracle.detections(history.events()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.cause()).isEqualTo(cause);
              assertThat(found.evidence()).isEqualTo(List.of(evidence));
            });
  }
}
