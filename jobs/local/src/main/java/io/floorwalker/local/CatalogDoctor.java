package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.lake.Lake;
import io.floorwalker.lake.TableDefinition;
import io.floorwalker.lake.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.types.Types.NestedField;

/** Whether the catalog answers, has the tables of this version, and lets us write their files. */
final class CatalogDoctor {

  private static final String AREA = "catalog";
  private static final String PROBE = "/metadata/.floorwalker-doctor";

  private final Settings settings;

  CatalogDoctor(Settings settings) {
    this.settings = settings;
  }

  List<Diagnosis> examine() {
    String uri = settings.text(Keys.CATALOG_URI);
    try (Lake lake = Lake.open(settings)) {
      List<Diagnosis> found = new ArrayList<>();
      for (TableDefinition wanted : Tables.all()) {
        found.add(
            lake.catalog().tableExists(wanted.identifier())
                ? table(wanted, lake.catalog().loadTable(wanted.identifier()))
                : Diagnosis.wrong(
                    AREA,
                    wanted.name(),
                    "does not exist",
                    "`floorwalker up` creates what is missing"));
      }
      return found;
    } catch (RuntimeException e) {
      return List.of(
          Diagnosis.wrong(
              AREA,
              uri,
              RootCause.line(e),
              "check catalog.implementation, catalog.uri and catalog.warehouse"));
    }
  }

  private static Diagnosis table(TableDefinition wanted, Table table) {
    List<String> missing = new ArrayList<>();
    for (NestedField column : wanted.schema().columns()) {
      Optional<NestedField> actual = Optional.ofNullable(table.schema().findField(column.name()));
      if (actual.isEmpty()) {
        missing.add(column.name() + " is missing");
      } else if (!actual.get().type().typeId().equals(column.type().typeId())) {
        missing.add(column.name() + " is " + actual.get().type());
      }
    }
    if (!missing.isEmpty()) {
      return Diagnosis.wrong(
          AREA,
          wanted.name(),
          missing.stream().collect(Collectors.joining(", ")),
          "add the columns before the job of this version starts: CHANGELOG, \"Before an upgrade\"");
    }
    return mayWrite(table)
        .map(
            refused ->
                Diagnosis.wrong(
                    AREA,
                    wanted.name(),
                    "its folder cannot be written: " + refused,
                    "grant writing and deleting below " + table.location()))
        .orElse(Diagnosis.ok(AREA, wanted.name()));
  }

  /** Writes and deletes one small file; returns why that is not possible. */
  private static Optional<String> mayWrite(Table table) {
    OutputFile file = table.io().newOutputFile(table.location() + PROBE);
    try (PositionOutputStream out = file.createOrOverwrite()) {
      out.write(0);
    } catch (IOException | UncheckedIOException e) {
      return Optional.of(RootCause.line(e));
    }
    table.io().deleteFile(file.location());
    return Optional.empty();
  }
}
