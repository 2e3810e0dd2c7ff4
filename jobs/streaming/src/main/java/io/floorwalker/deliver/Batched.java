package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A channel that sends together what came while the last request was on its way; nothing waits for
 * company.
 */
final class Batched implements Channel {
  private final String target;
  private final BatchCarrier carrier;
  private final Executor threads;
  private List<Letter> waiting = new ArrayList<>();
  private boolean running;

  private record Letter(Action action, Instant at, CompletableFuture<Answer> answer) {}

  Batched(String target, BatchCarrier carrier, Executor threads) {
    this.target = target;
    this.carrier = carrier;
    this.threads = threads;
  }

  @Override
  public String target() {
    return target;
  }

  @Override
  public synchronized CompletableFuture<Answer> send(Action action, Instant at) {
    Letter letter = new Letter(action, at, new CompletableFuture<>());
    waiting.add(letter);
    if (!running) {
      running = true;
      threads.execute(this::run);
    }
    return letter.answer();
  }

  private void run() {
    for (List<Letter> batch = take(); !batch.isEmpty(); batch = take()) {
      send(batch);
    }
  }

  private synchronized List<Letter> take() {
    List<Letter> taken = waiting;
    waiting = new ArrayList<>();
    running = !taken.isEmpty();
    return taken;
  }

  private void send(List<Letter> batch) {
    try {
      List<Action> actions = batch.stream().map(Letter::action).toList();
      Map<String, Answer> answers = carrier.carry(actions, batch.get(0).at());
      batch.forEach(letter -> letter.answer().complete(answer(answers, letter)));
    } catch (IOException | RuntimeException e) {
      batch.forEach(letter -> letter.answer().complete(NoAnswer.to(e)));
    }
  }

  private static Answer answer(Map<String, Answer> answers, Letter letter) {
    return answers.getOrDefault(letter.action().getActionId(), Answer.none("no_result"));
  }
}
