package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/** Emits each row and its receipt, counts them, and remembers what is through. */
final class SenderJournal implements Dispatch.Journal {
  private static final int REMEMBERED = 1_000;

  private final Output<StreamRecord<DeliveryAttempt>> output;
  private final Map<Result, Counter> counters = new EnumMap<>(Result.class);
  private final Histogram millisToDeliver;
  private final Remembered remembered;

  SenderJournal(
      Output<StreamRecord<DeliveryAttempt>> output, MetricGroup metrics, Remembered remembered) {
    this.output = output;
    this.remembered = remembered;
    counters.put(Result.DELIVERED, metrics.counter("delivered"));
    counters.put(Result.FAILED, metrics.counter("failed"));
    counters.put(Result.RETRY, metrics.counter("retries"));
    counters.put(Result.EXPIRED, metrics.counter("expired"));
    counters.put(Result.NO_TARGET, metrics.counter("no_target"));
    counters.put(Result.CANCELLED, metrics.counter("cancelled"));
    counters.put(Result.RESOLVED, metrics.counter("resolved"));
    counters.put(Result.UNRESOLVED, metrics.counter("unresolved"));
    millisToDeliver =
        metrics.histogram("millis_to_deliver", new DescriptiveStatisticsHistogram(REMEMBERED));
  }

  @Override
  public void write(Action action, DeliveryAttempt row) {
    Result result = Result.valueOf(row.getOutcome().toUpperCase(Locale.ROOT));
    Counter counter = counters.get(result);
    if (counter != null) {
      counter.inc();
    }
    if (result == Result.DELIVERED && action.getEvidenceReceivedAt() != null) {
      Duration taken = Duration.between(action.getEvidenceReceivedAt(), row.getFinishedAt());
      millisToDeliver.update(taken.toMillis());
    }
    output.collect(new StreamRecord<>(row));
    Receipts.receipt(action, row)
        .ifPresent(receipt -> output.collect(Sender.RECEIPTS, new StreamRecord<Outcome>(receipt)));
  }

  @Override
  public void remember(String id, Ended ended) {
    remembered.through().put(id, ended);
  }

  @Override
  public @Nullable Ended recall(String id) {
    return remembered.through().get(id);
  }

  @Override
  public void begin(Strand strand, String handle) {
    remembered.strands().put(strand.text(), handle);
  }

  @Override
  public @Nullable String first(Strand strand) {
    return remembered.strands().get(strand.text());
  }
}
