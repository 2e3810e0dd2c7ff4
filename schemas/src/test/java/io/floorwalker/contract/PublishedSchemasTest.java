package io.floorwalker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.floorwalker.schema.CustomerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaParser;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dschemas.publish=true} writes the newest version instead of comparing with it. */
class PublishedSchemasTest {
  /** The version that is not frozen yet. */
  private static final String NEWEST = "v0";

  private static final SchemaValidator BOTH_WAYS =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static Stream<Schema> schemas() {
    return ContractRecords.schemas();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void theNewestVersionIsWhatIsCompiled(Schema schema) throws IOException {
    Path file = published().resolve(NEWEST).resolve(schema.getName() + ".avsc");
    String current = PublishedText.of(schema);
    if (Boolean.getBoolean("schemas.publish")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, current);
    }

    assertThat(file)
        .as(
            """
            schemas/published/%s/%s.avsc is not what src/main/avro says. Refresh it with
              ./mvnw -pl schemas clean test -Dtest=PublishedSchemasTest -Dschemas.publish=true
            and commit it. Once that version is frozen, raise NEWEST in this test first."""
                .formatted(NEWEST, schema.getName()))
        .hasContent(current);
  }

  @Test
  void everyRecordOfTheContractIsPublishedAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(published().resolve(NEWEST))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              schemas().map(schema -> schema.getName() + ".avsc").toList());
    }
  }

  @Test
  void everySourceOfARecordIsOnTheListOfTheContract() throws IOException {
    try (Stream<Path> files = Files.list(module().resolve("src/main/avro"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(schemas().map(Schema::getName), Stream.of("Shared"))
                  .map(name -> name + ".avdl")
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyPublishedVersionAndTheCurrentOneReadEachOther(Schema current) {
    List<Schema> versions = PublishedSchemas.of(current.getName());

    assertThat(versions).isNotEmpty();
    assertThatCode(() -> BOTH_WAYS.validate(current, versions)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void noPublishedFieldEverChangesItsLogicalType(Schema current) {
    // Fingerprints and Avro's own check leave logical types out: a new scale would silently move
    // the point.
    Map<String, String> now = SchemaFields.logicalTypes(current);
    for (Schema version : PublishedSchemas.of(current.getName())) {
      Map<String, String> then = SchemaFields.logicalTypes(version);
      then.keySet().retainAll(now.keySet());

      assertThat(now).containsAllEntriesOf(then);
    }
  }

  @Test
  void aNewFieldWithoutDefaultIsRefused() {
    Schema grown =
        SchemaBuilder.record("Control")
            .fields()
            .requiredString("a")
            .requiredString("b")
            .endRecord();
    Schema before = SchemaBuilder.record("Control").fields().requiredString("a").endRecord();

    assertThatExceptionOfType(SchemaValidationException.class)
        .isThrownBy(() -> BOTH_WAYS.validate(grown, List.of(before)));
  }

  @Test
  void theHotFieldsStandFirst() {
    assertThat(CustomerEvent.getClassSchema().getFields())
        .extracting(Schema.Field::name)
        .startsWith("session_id", "session_seq", "occurred_at", "type", "customer_key");
  }

  @Test
  void thePublishedTextHasNothingOfJava() {
    String text = PublishedText.of(CustomerEvent.getClassSchema());

    assertThat(text).doesNotContain("java");
    assertThat(new SchemaParser().parse(text).mainSchema()).isNotNull();
  }

  private static Path published() {
    return module().resolve("published");
  }

  private static Path module() {
    return Path.of(System.getProperty("floorwalker.root", "..")).resolve("schemas");
  }
}
