package io.floorwalker.deliver;

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
  private List<Posted> waiting = new ArrayList<>();
  private boolean running;

  private record Posted(Letter letter, Instant at, CompletableFuture<Answer> answer) {}

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
  public synchronized CompletableFuture<Answer> send(Letter letter, Instant at) {
    Posted posted = new Posted(letter, at, new CompletableFuture<>());
    waiting.add(posted);
    if (!running) {
      running = true;
      threads.execute(this::run);
    }
    return posted.answer();
  }

  private void run() {
    for (List<Posted> batch = take(); !batch.isEmpty(); batch = take()) {
      send(batch);
    }
  }

  private synchronized List<Posted> take() {
    List<Posted> taken = waiting;
    waiting = new ArrayList<>();
    running = !taken.isEmpty();
    return taken;
  }

  private void send(List<Posted> batch) {
    try {
      List<Letter> letters = batch.stream().map(Posted::letter).toList();
      Map<String, Answer> answers = carrier.carry(letters, batch.get(0).at());
      batch.forEach(posted -> posted.answer().complete(answer(answers, posted)));
    } catch (IOException | RuntimeException e) {
      batch.forEach(posted -> posted.answer().complete(NoAnswer.to(e)));
    }
  }

  private static Answer answer(Map<String, Answer> answers, Posted posted) {
    return answers.getOrDefault(posted.letter().id(), Answer.none("no_result"));
  }
}
