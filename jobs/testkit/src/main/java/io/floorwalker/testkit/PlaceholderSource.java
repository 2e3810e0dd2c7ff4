package io.floorwalker.testkit;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Stands where the source of a real job stands. The harness feeds what is behind it, so it is never
 * read.
 */
final class PlaceholderSource<T> implements Source<T, SourceSplit, Void> {
  private static final long serialVersionUID = 1L;

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<T, SourceSplit> createReader(SourceReaderContext context) {
    throw neverRun();
  }

  @Override
  public SplitEnumerator<SourceSplit, Void> createEnumerator(
      SplitEnumeratorContext<SourceSplit> context) {
    throw neverRun();
  }

  @Override
  public SplitEnumerator<SourceSplit, Void> restoreEnumerator(
      SplitEnumeratorContext<SourceSplit> context, Void checkpoint) {
    throw neverRun();
  }

  @Override
  public SimpleVersionedSerializer<SourceSplit> getSplitSerializer() {
    throw neverRun();
  }

  @Override
  public SimpleVersionedSerializer<Void> getEnumeratorCheckpointSerializer() {
    throw neverRun();
  }

  private static UnsupportedOperationException neverRun() {
    return new UnsupportedOperationException(
        "The input of a harness has no reader. Do not execute its environment; use element and watermark.");
  }
}
