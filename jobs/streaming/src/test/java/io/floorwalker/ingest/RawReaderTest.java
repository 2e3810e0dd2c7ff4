package io.floorwalker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.ingest.RawTopics.RawTopic;
import io.floorwalker.ingest.format.Formats;
import io.floorwalker.source.Tick;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RawReaderTest {

  @Test
  void ticksAreNumberedThroughAllRawTopics() {
    TestingDoor door = new TestingDoor();
    for (Topics.Topic topic : Topics.raw()) {
      door.takesTick(topic.name(), new RecordHeaders(Tick.headers(1)));
    }
    assertThat(door.reads()).extracting(read -> read.partition()).containsExactly(1, 3, 5, 7);
  }

  @Test
  void aTickGoesIntoThePartitionThatItsNumberComesBackFrom() {
    RawTopics topics =
        new RawTopics(
            List.of(
                new RawTopic("a", 2, Formats.of(Topics.RAW_CANONICAL)),
                new RawTopic("b", 3, Formats.of(Topics.RAW_SEGMENT))));
    assertThat(topics.partitions()).isEqualTo(5);
    assertThat(topics.partition(1)).isEqualTo(new TopicPartition("a", 1));
    assertThat(topics.partition(2)).isEqualTo(new TopicPartition("b", 0));
    assertThat(topics.partition(4)).isEqualTo(new TopicPartition("b", 2));
  }

  @Test
  void eachTopicIsReadInItsOwnFormat() {
    TestingDoor door =
        new TestingDoor()
            .takes(Topics.RAW_SEGMENT, "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"m\"}")
            .takes(
                Topics.RAW_GA4,
                "{\"event_name\":\"page_view\",\"event_timestamp\":\"1772445600000000\",\"user_id\":\"u\"}");
    assertThat(door.events())
        .extracting(event -> event.getSource())
        .containsExactly("segment", "ga4");
  }
}
