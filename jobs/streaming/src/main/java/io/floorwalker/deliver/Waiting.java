package io.floorwalker.deliver;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A channel whose carrier waits on a thread of its own. */
final class Waiting implements Channel {
  private final String target;
  private final Carrier carrier;
  private final Executor threads;

  Waiting(String target, Carrier carrier, Executor threads) {
    this.target = target;
    this.carrier = carrier;
    this.threads = threads;
  }

  @Override
  public String target() {
    return target;
  }

  @Override
  public CompletableFuture<Answer> send(Letter letter, Instant at) {
    return CompletableFuture.supplyAsync(() -> answer(letter, at), threads);
  }

  private Answer answer(Letter letter, Instant at) {
    try {
      return letter.isOver() ? carrier.takeBack(letter, at) : carrier.carry(letter, at);
    } catch (IOException | IllegalArgumentException e) {
      return NoAnswer.to(e);
    }
  }
}
