package io.floorwalker.ingest;

import io.floorwalker.source.Tick;
import java.time.Duration;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a tick has come back on every raw partition, and then says so for every partition of
 * the topics that jobs read in event time: all that was appended before that tick has been passed
 * on.
 */
public final class TickGate extends ProcessFunction<Tick, ProvenTime>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final Duration heartbeat;
  private final int rawPartitions;
  private final int readPartitions;
  private final TreeMap<Integer, PartitionPulse> pulses = new TreeMap<>();
  private long said;
  private transient @Nullable ListState<PartitionPulse> saved;

  TickGate(Duration heartbeat, int rawPartitions, int readPartitions) {
    this.heartbeat = heartbeat;
    this.rawPartitions = rawPartitions;
    this.readPartitions = readPartitions;
  }

  /**
   * Attaches the gate.
   *
   * @param readPartitions the most partitions that a topic has which is told
   */
  public static DataStream<ProvenTime> attach(
      DataStream<Tick> ticks, Duration heartbeat, int rawPartitions, int readPartitions) {
    return ticks
        .process(new TickGate(heartbeat, rawPartitions, readPartitions))
        .name("tick gate")
        .uid("tick-gate-v1")
        .setParallelism(1);
  }

  @Override
  public void processElement(Tick tick, Context context, Collector<ProvenTime> out) {
    pulses.compute(
        tick.partition(),
        (partition, pulse) ->
            (pulse == null ? PartitionPulse.none(partition) : pulse).after(tick, heartbeat));
    long proven = proven();
    if (proven > said) {
      said = proven;
      for (int partition = 0; partition < readPartitions; partition++) {
        out.collect(new ProvenTime(partition, proven));
      }
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    saved =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("pulses", TypeInformation.of(PartitionPulse.class)));
    for (PartitionPulse pulse : saved.get()) {
      pulses.put(pulse.partition(), pulse);
    }
    said = proven();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    if (saved != null) {
      saved.update(pulses.values().stream().toList());
    }
  }

  private long proven() {
    return pulses.size() < rawPartitions
        ? 0
        : pulses.values().stream().mapToLong(PartitionPulse::provenAt).min().orElse(0);
  }
}
