package io.floorwalker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the README on types and names. */
class SchemaStyleTest {
  static Stream<Schema> schemas() {
    return ContractRecords.schemas();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyRecordSaysWhatItIs(Schema schema) {
    assertThat(schema.getDoc()).endsWith(".");
    assertThat(schema.getNamespace()).isEqualTo("io.floorwalker.schema");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void timesAreMillisecondsAndMoneyHasEighteenDigitsFourAfterThePoint(Schema schema) {
    for (Map.Entry<String, String> field : SchemaFields.logicalTypes(schema).entrySet()) {
      String expected =
          field.getKey().matches(".*(_at|_until|valid_from)") ? "timestamp-millis" : null;
      if (expected == null) {
        assertThat(field.getValue()).as(field.getKey()).isIn("none", "decimal(18, 4)");
      } else {
        assertThat(field.getValue()).as(field.getKey()).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void enumsFallBackToUnknown(Schema schema) {
    SchemaFields.walk(
        schema,
        (path, type) -> {
          if (type.getType() == Schema.Type.ENUM) {
            assertThat(type.getEnumDefault()).as(path).isEqualTo("UNKNOWN");
            assertThat(type.getEnumSymbols()).as(path).startsWith("UNKNOWN");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void unionsAreOneTypeOrNull(Schema schema) {
    for (Schema.Field field : schema.getFields()) {
      if (field.schema().isUnion()) {
        assertThat(field.schema().getTypes()).as(field.name()).hasSize(2);
        assertThat(field.schema().isNullable()).as(field.name()).isTrue();
        assertThat(field.hasDefaultValue()).as(field.name()).isTrue();
      }
    }
  }
}
