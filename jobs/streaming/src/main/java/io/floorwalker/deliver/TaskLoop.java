package io.floorwalker.deliver;

import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/** The thread of a Flink task: its mailbox and its timers. */
final class TaskLoop implements Loop {
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService timers;

  TaskLoop(MailboxExecutor mailbox, ProcessingTimeService timers) {
    this.mailbox = mailbox;
    this.timers = timers;
  }

  @Override
  public void execute(Runnable step) {
    mailbox.execute(step::run, "answer of a target");
  }

  @Override
  public void after(long millis, Runnable step) {
    var unused =
        timers.registerTimer(timers.getCurrentProcessingTime() + millis, time -> step.run());
  }
}
