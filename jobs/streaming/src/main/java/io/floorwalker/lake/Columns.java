package io.floorwalker.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Builds the columns of a table in the order in which they are named; field ids follow that order.
 */
final class Columns {
  private static final Type MONEY = Types.DecimalType.of(18, 4);

  private final List<NestedField> fields = new ArrayList<>();
  private int lastId;

  Columns id(String name, String comment) {
    return add(NestedField.required(nextId(), name, Types.StringType.get(), comment));
  }

  Columns text(String name, String comment) {
    return add(NestedField.optional(nextId(), name, Types.StringType.get(), comment));
  }

  Columns time(String name, String comment) {
    return add(NestedField.optional(nextId(), name, Types.TimestampType.withZone(), comment));
  }

  Columns money(String name, String comment) {
    return add(NestedField.optional(nextId(), name, MONEY, comment));
  }

  Columns number(String name, String comment) {
    return add(NestedField.optional(nextId(), name, Types.LongType.get(), comment));
  }

  Columns integer(String name, String comment) {
    return add(NestedField.optional(nextId(), name, Types.IntegerType.get(), comment));
  }

  Columns real(String name, String comment) {
    return add(NestedField.optional(nextId(), name, Types.DoubleType.get(), comment));
  }

  Columns flag(String name, String comment) {
    return add(NestedField.optional(nextId(), name, Types.BooleanType.get(), comment));
  }

  Columns texts(String name, String comment) {
    int id = nextId();
    Type type = Types.ListType.ofOptional(nextId(), Types.StringType.get());
    return add(NestedField.optional(id, name, type, comment));
  }

  Columns textMap(String name, String comment) {
    int id = nextId();
    Type type =
        Types.MapType.ofOptional(
            nextId(), nextId(), Types.StringType.get(), Types.StringType.get());
    return add(NestedField.optional(id, name, type, comment));
  }

  Columns realMap(String name, String comment) {
    int id = nextId();
    Type type =
        Types.MapType.ofOptional(
            nextId(), nextId(), Types.StringType.get(), Types.DoubleType.get());
    return add(NestedField.optional(id, name, type, comment));
  }

  /** Closes with the two columns that every table has. */
  Schema writtenBy(String jobs) {
    text("job", "the job that wrote the row: " + jobs);
    time("written_at", "wall clock of the writer; never compared");
    return new Schema(fields);
  }

  private Columns add(NestedField field) {
    fields.add(field);
    return this;
  }

  private int nextId() {
    return ++lastId;
  }
}
