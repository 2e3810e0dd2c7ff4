package io.floorwalker.local;

import io.floorwalker.lake.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tables [NAME]}: what lies in the lake. It reads the catalog; no broker is needed. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the Iceberg tables with their rows, files, snapshots and last commit.",
      "With NAME: the columns of that table, which of them tell its rows apart (row key) and how"
          + " the table is partitioned."
    })
final class TablesCommand implements Callable<Integer> {
  private static final Namespace NAMESPACE = Namespace.of("cx");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final DirOption dir = new DirOption();

  @Mixin private final OutputOption output = new OutputOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "a table, with or without cx. before it")
  private @Nullable String name;

  @Override
  public Integer call() {
    Output out = output.to(spec.commandLine().getOut());
    try (Lake lake = Catalogs.open(dir.stack())) {
      Catalog catalog = lake.catalog();
      List<TableIdentifier> tables =
          catalog.listTables(NAMESPACE).stream().sorted(Catalogs.BY_NAME).toList();
      if (name == null) {
        out.write(
            List.of("table", "rows", "files", "snapshots", "last_commit", "comment"),
            tables.stream().map(table -> summary(table.name(), catalog.loadTable(table))).toList());
      } else {
        String wanted = name.startsWith("cx.") ? name.substring(3) : name;
        TableIdentifier table = TableIdentifier.of(NAMESPACE, wanted);
        if (!tables.contains(table)) {
          throw Catalogs.noSuchTable(wanted, tables);
        }
        out.write(
            List.of("column", "type", "required", "row_key", "partition", "comment"),
            columns(catalog.loadTable(table)));
      }
    }
    return ExitCode.OK;
  }

  private static List<@Nullable Object> summary(String name, Table table) {
    Snapshot current = table.currentSnapshot();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(name);
    row.add(current == null ? 0L : total(current, "total-records"));
    row.add(current == null ? 0L : total(current, "total-data-files"));
    row.add(StreamSupport.stream(table.snapshots().spliterator(), false).count());
    row.add(current == null ? null : Instant.ofEpochMilli(current.timestampMillis()));
    row.add(table.properties().get("comment"));
    return row;
  }

  private static long total(Snapshot snapshot, String entry) {
    return Long.parseLong(snapshot.summary().getOrDefault(entry, "0"));
  }

  private static List<List<@Nullable Object>> columns(Table table) {
    List<String> rowKey =
        Arrays.asList(table.properties().getOrDefault("row-key", "").split(",", -1));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (NestedField field : table.schema().columns()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(field.name());
      row.add(field.type().toString());
      row.add(field.isRequired());
      row.add(rowKey.contains(field.name()));
      row.add(
          table.spec().getFieldsBySourceId(field.fieldId()).stream()
              .map(partition -> partition.transform().toString())
              .findFirst()
              .orElse(null));
      row.add(field.doc());
      rows.add(row);
    }
    return rows;
  }
}
