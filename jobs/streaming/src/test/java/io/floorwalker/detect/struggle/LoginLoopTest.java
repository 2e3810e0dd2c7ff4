package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.StruggleEvents.loginFailed;
import static io.floorwalker.testkit.StruggleEvents.signedIn;

import io.floorwalker.testkit.ShopEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginLoopTest extends SignalTimelines {

  @Override
  SignalKind kind() {
    return SignalKind.LOGIN_LOOP;
  }

  @Override
  List<ShopEvent> evidence() {
    return List.of(loginFailed(), loginFailed(), loginFailed());
  }

  @Override
  Duration window() {
    return Duration.ofMinutes(5);
  }

  @Test
  void startsAnewAfterASignIn() {
    inTheEnd(
            begun()
                .at("0m", loginFailed())
                .at("1m", loginFailed())
                .at("2m", signedIn())
                .at("3m", loginFailed()))
        .emitsNothing();
  }

  @Test
  void startsAnewAfterASignInBehindTheFirst() {
    inTheEnd(
            begun()
                .at("0m", loginFailed())
                .at("1m", signedIn())
                .at("2m", loginFailed())
                .at("3m", loginFailed()))
        .emitsNothing();
  }

  @Test
  void hasNoStepBeforeTheCheckout() {
    inTheEnd(begun().at("0m", loginFailed()).at("1m", loginFailed()).at("2m", loginFailed()))
        .emits(expected().step(null));
  }
}
