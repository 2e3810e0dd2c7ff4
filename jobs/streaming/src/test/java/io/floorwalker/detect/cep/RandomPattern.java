package io.floorwalker.detect.cep;

import java.time.Duration;
import java.util.Random;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** Patterns of the grammar that is compiled, drawn at random, over letters. */
final class RandomPattern {
  /** An event: a letter with a number, at a time in milliseconds. */
  public record Letter(String key, int id, long at, char letter, int number) {}

  static final int LETTERS = 3;

  private final Random random;

  RandomPattern(Random random) {
    this.random = random;
  }

  Pattern<Letter, Letter> draw() {
    int stages = 1 + random.nextInt(4);
    Pattern<Letter, Letter> pattern =
        Pattern.<Letter>begin("s0", AfterMatchSkipStrategy.noSkip()).where(any());
    pattern = maybeTimes(pattern);
    for (int stage = 1; stage < stages; stage++) {
      if (random.nextInt(3) == 0) {
        pattern = pattern.notFollowedBy("n" + stage).where(any());
        pattern = pattern.followedBy("s" + stage);
      } else {
        pattern =
            random.nextInt(3) == 0 ? pattern.next("s" + stage) : pattern.followedBy("s" + stage);
      }
      pattern = maybeTimes(pattern.where(stage(stage)));
    }
    if (random.nextInt(3) == 0) {
      pattern = pattern.notFollowedBy("never").where(any());
    }
    return pattern.within(Duration.ofMillis(1 + random.nextInt(25)));
  }

  private Pattern<Letter, Letter> maybeTimes(Pattern<Letter, Letter> pattern) {
    if (random.nextInt(4) > 0) {
      return pattern;
    }
    Pattern<Letter, Letter> times = pattern.times(2 + random.nextInt(2));
    return random.nextInt(3) == 0 ? times.consecutive() : times;
  }

  private IterativeCondition<Letter> stage(int stage) {
    String earlier = "s" + random.nextInt(stage);
    return switch (random.nextInt(4)) {
      case 0 -> new SameNumber(earlier);
      case 1 -> new SoonAfter(earlier, 1 + random.nextInt(8));
      default -> any();
    };
  }

  private SimpleCondition<Letter> any() {
    char wanted = (char) ('a' + random.nextInt(LETTERS));
    return random.nextInt(6) == 0
        ? SimpleCondition.of(event -> true)
        : SimpleCondition.of(event -> event.letter() == wanted);
  }

  /** The number of the first event of a stage. */
  static final class SameNumber extends IterativeCondition<Letter> {
    private static final long serialVersionUID = 1L;

    private final String stage;

    SameNumber(String stage) {
      this.stage = stage;
    }

    @Override
    public boolean filter(Letter event, Context<Letter> begun) throws Exception {
      return event.number() == begun.getEventsForPattern(stage).iterator().next().number();
    }
  }

  /** Not much later than the last event of a stage. */
  static final class SoonAfter extends IterativeCondition<Letter> {
    private static final long serialVersionUID = 1L;

    private final String stage;
    private final long gap;

    SoonAfter(String stage, long gap) {
      this.stage = stage;
      this.gap = gap;
    }

    @Override
    public boolean filter(Letter event, Context<Letter> begun) throws Exception {
      long last = 0;
      for (Letter taken : begun.getEventsForPattern(stage)) {
        last = taken.at();
      }
      return event.at() - last <= gap;
    }
  }
}
