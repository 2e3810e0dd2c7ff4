package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.schema.Action;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Messages of one account to one recipient answer the first of them. */
class StrandTest {
  private final TestingCarrier carrier = new TestingCarrier();
  private final TestingDispatch deliver = new TestingDispatch().lane("chat", carrier, 0);

  @Test
  void whatComesLaterAnswersTheFirst() {
    sent(about("acme", "a-1"), about("acme", "a-2"), about("acme", "a-3"));
    assertThat(carrier.carried())
        .containsExactly(tuple("a-1", null), tuple("a-2", "as a-1"), tuple("a-3", "as a-1"));
  }

  @Test
  void anotherAccountRecipientOrChannelHasItsOwn() {
    deliver.lane("crm", carrier, 0);
    sent(
        about("acme", "a-1"),
        about("other", "a-2"),
        about("acme", "a-3").setRecipientRef("owner:2"),
        about("acme", "a-4").setChannel("crm"),
        planned("a-5"));
    assertThat(carrier.letters).hasSize(5).extracting(Letter::handle).containsOnlyNulls();
  }

  @Test
  void whatIsOverChangesItsOwnMessageAndNotTheFirst() {
    sent(about("acme", "a-1"), about("acme", "a-2"), about("acme", "a-2").setStatus("resolved"));
    assertThat(carrier.carried()).endsWith(tuple("a-2", "as a-2"));
  }

  @Test
  void whatDoesNotArriveBeginsNothing() {
    carrier.answer = Answer.impossible("no_address");
    sent(about("acme", "a-1"));
    carrier.answer = Answer.delivered();
    sent(about("acme", "a-2"), about("acme", "a-3"));
    assertThat(carrier.carried())
        .containsExactly(tuple("a-1", null), tuple("a-2", null), tuple("a-3", "as a-2"));
  }

  private static Action.Builder about(String account, String id) {
    return planned(id).setThreadKey(account);
  }

  private void sent(Action.Builder... actions) {
    for (Action.Builder action : actions) {
      int rows = deliver.rows(0).size();
      deliver.accepts(action).rows(rows + 1);
    }
  }

  /** Names each message after its action. */
  private static final class TestingCarrier implements Carrier {
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.delivered();

    @Override
    public Answer carry(Letter letter, Instant at) {
      letters.add(letter);
      return answer.under("as " + letter.id());
    }

    @Override
    public Answer takeBack(Letter letter, Instant at) {
      return carry(letter, at);
    }

    List<Tuple> carried() {
      return letters.stream().map(letter -> tuple(letter.id(), letter.handle())).toList();
    }
  }
}
