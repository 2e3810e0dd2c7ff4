package io.floorwalker.detect.cep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.cep.pattern.GroupPattern;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.Quantifier;
import org.apache.flink.cep.pattern.Quantifier.ConsumingStrategy;
import org.apache.flink.cep.pattern.Quantifier.QuantifierProperty;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Automaton} of a pattern. Compiled are single events and {@code times(n)}, in a
 * row by {@code next} and {@code followedBy}, {@code notFollowedBy} between them and at the end,
 * {@code within}, and no skip strategy.
 */
final class Compiler<T> {
  private final String rule;
  private final List<Stage<T>> stages = new ArrayList<>();
  private List<IterativeCondition<T>> unless = new ArrayList<>();
  private long within = Long.MAX_VALUE;

  private Compiler(String rule) {
    this.rule = rule;
  }

  /**
   * Compiles a pattern.
   *
   * @throws NotCompiled says what of it is not compiled
   */
  static <T> Automaton<T> compile(String rule, Pattern<T, ?> pattern) throws NotCompiled {
    if (pattern.getAfterMatchSkipStrategy().isSkipStrategy()) {
      throw new NotCompiled("it has a skip strategy");
    }
    Compiler<T> compiler = new Compiler<>(rule);
    List<Pattern<T, ?>> parts = inOrder(pattern);
    for (int number = 0; number < parts.size(); number++) {
      compiler.add(parts.get(number), number + 1 < parts.size() ? parts.get(number + 1) : null);
    }
    return compiler.automaton();
  }

  private static <T> List<Pattern<T, ?>> inOrder(Pattern<T, ?> last) {
    List<Pattern<T, ?>> parts = new ArrayList<>();
    for (Pattern<T, ?> part = last; part != null; part = part.getPrevious()) {
      parts.add(part);
    }
    Collections.reverse(parts);
    return parts;
  }

  private void add(Pattern<T, ?> part, @Nullable Pattern<T, ?> following) throws NotCompiled {
    Quantifier quantifier = part.getQuantifier();
    requireSimple(part, quantifier);
    within = Math.min(within, part.getWindowSize().map(Duration::toMillis).orElse(within));
    if (isNotFollow(part)) {
      unless.add(condition(part));
      return;
    }
    boolean first = part.getPrevious() == null;
    ConsumingStrategy reached =
        first ? ConsumingStrategy.SKIP_TILL_NEXT : quantifier.getConsumingStrategy();
    stages.add(stage(part, reached, unless));
    unless = new ArrayList<>();
    // As Flink does it: what must not follow several of a kind must not come among them either.
    List<IterativeCondition<T>> among =
        following != null && isNotFollow(following) ? List.of(condition(following)) : List.of();
    for (int again = 1; again < times(part); again++) {
      stages.add(stage(part, quantifier.getInnerConsumingStrategy(), among));
    }
  }

  private static boolean isNotFollow(Pattern<?, ?> part) {
    return part.getQuantifier().getConsumingStrategy() == ConsumingStrategy.NOT_FOLLOW;
  }

  private Automaton<T> automaton() throws NotCompiled {
    if (within == Long.MAX_VALUE) {
      throw new NotCompiled("it has no within(), so its begun matches would never end");
    }
    if (unless.size() > 1) {
      throw new NotCompiled("it has several notFollowedBy at its end");
    }
    @Nullable IterativeCondition<T> silence = unless.isEmpty() ? null : unless.get(0);
    return new Automaton<>(rule, List.copyOf(stages), silence, within);
  }

  private static <T> Stage<T> stage(
      Pattern<T, ?> part, ConsumingStrategy strategy, List<IterativeCondition<T>> unless)
      throws NotCompiled {
    return switch (strategy) {
      case STRICT, SKIP_TILL_NEXT ->
          new Stage<>(
              part.getName(),
              condition(part),
              strategy == ConsumingStrategy.STRICT,
              List.copyOf(unless));
      default -> throw new NotCompiled("it has a stage that is reached by " + strategy);
    };
  }

  private static void requireSimple(Pattern<?, ?> part, Quantifier quantifier) throws NotCompiled {
    if (part instanceof GroupPattern) {
      throw new NotCompiled("it has a group of patterns");
    }
    if (part.getWindowSize(WithinType.PREVIOUS_AND_CURRENT).isPresent()) {
      throw new NotCompiled("it has a window between two events");
    }
    if (part.getUntilCondition() != null) {
      throw new NotCompiled("it has until()");
    }
    for (QuantifierProperty property :
        List.of(QuantifierProperty.OPTIONAL, QuantifierProperty.LOOPING)) {
      if (quantifier.hasProperty(property)) {
        throw new NotCompiled("it has a stage that is " + property);
      }
    }
  }

  private static int times(Pattern<?, ?> part) throws NotCompiled {
    Quantifier.Times times = part.getTimes();
    if (times == null) {
      return 1;
    }
    if (times.getFrom() != times.getTo() || times.getWindowSize().isPresent()) {
      throw new NotCompiled("it has times() that may differ or have a window");
    }
    return times.getFrom();
  }

  @SuppressWarnings("unchecked") // A subtype's condition asks for the type before anything else.
  private static <T> IterativeCondition<T> condition(Pattern<T, ?> part) {
    return (IterativeCondition<T>) part.getCondition();
  }
}
