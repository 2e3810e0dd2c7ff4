package io.floorwalker.testkit;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one operator emits in its order, main and side outputs together. Records are copied by
 * their serializer, as a network would, because operators reuse them.
 */
final class EmissionQueue implements Output<StreamRecord<Object>> {
  private final Queue<Emission> pending = new ArrayDeque<>();
  private final Map<OutputTag<?>, TypeSerializer<?>> sideSerializers = new HashMap<>();
  private final @Nullable TypeSerializer<Object> serializer;
  private final SerializerConfig serializerConfig;

  EmissionQueue(@Nullable TypeSerializer<Object> serializer, SerializerConfig serializerConfig) {
    this.serializer = serializer;
    this.serializerConfig = serializerConfig;
  }

  @Nullable Emission poll() {
    return pending.poll();
  }

  @Override
  public void collect(StreamRecord<Object> element) {
    Object value = element.getValue();
    pending.add(
        new Emission(null, element.copy(serializer == null ? value : serializer.copy(value))));
  }

  @Override
  public <X> void collect(OutputTag<X> tag, StreamRecord<X> element) {
    pending.add(new Emission(tag, element.copy(sideSerializer(tag).copy(element.getValue()))));
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    pending.add(Emission.watermark(watermark));
  }

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {
    // Idleness has no meaning here: the test says what the watermark is.
  }

  @Override
  public void emitWatermark(WatermarkEvent watermark) {
    // Watermarks of the DataStream API v2 carry no event time.
  }

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {
    // Measures wall clock, which a harness has not.
  }

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {
    // Hints for backlogs; no result depends on them.
  }

  @Override
  public void close() {
    pending.clear();
  }

  @SuppressWarnings("unchecked") // The serializer was made from the type of this very tag.
  private <X> TypeSerializer<X> sideSerializer(OutputTag<X> tag) {
    return (TypeSerializer<X>)
        sideSerializers.computeIfAbsent(
            tag, t -> t.getTypeInfo().createSerializer(serializerConfig));
  }
}
