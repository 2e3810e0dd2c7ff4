package io.floorwalker.local;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the rows of files with one header into events. A column named like a field maps by itself
 * unless the mapping uses it for another field; what no field takes goes to {@code ext}.
 */
final class CsvEvents {
  private record Cell(int column, EventField field) {}

  private record Constant(EventField field, String text) {}

  private final CsvMapping mapping;
  private final List<String> header;
  private final Origin origin;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Constant> constants = new ArrayList<>();
  private final Set<Integer> taken = new HashSet<>();

  private CsvEvents(CsvMapping mapping, List<String> header, Origin origin) {
    this.mapping = mapping;
    this.header = header;
    this.origin = origin;
  }

  static CsvEvents bind(CsvMapping mapping, List<String> header, Origin origin) {
    CsvEvents events = new CsvEvents(mapping, header, origin);
    mapping.columns().forEach(events::bind);
    for (EventField field : EventFields.all()) {
      int column = header.indexOf(field.path());
      if (column >= 0
          && !mapping.columns().containsKey(field.path())
          && !events.taken.contains(column)) {
        events.take(column, field);
      }
    }
    events.require("occurred_at");
    events.require("type");
    return events;
  }

  /** Whether a column or a constant gives the field. */
  boolean fills(String path) {
    return cells.stream().anyMatch(cell -> cell.field().path().equals(path))
        || constants.stream().anyMatch(constant -> constant.field().path().equals(path));
  }

  CustomerEvent event(CsvRow row) throws BadRow {
    if (row.fields().size() != header.size()) {
      throw new BadRow("has " + row.fields().size() + " columns, the header has " + header.size());
    }
    CustomerEvent event = new CustomerEvent();
    event.setSource(origin.source());
    event.setSite(origin.site());
    String type = type(row);
    event.setType(type);
    Map<String, String> ext = unmapped(row);
    for (Constant constant : constants) {
      if (constant.field().fits(type)) {
        constant.field().put(event, constant.text(), mapping.time());
      }
    }
    for (Cell cell : cells) {
      String text = row.fields().get(cell.column()).strip();
      if (!text.isEmpty()) {
        put(event, cell, text, ext);
      }
    }
    event.setExt(ext);
    return checked(event, row);
  }

  private CustomerEvent checked(CustomerEvent event, CsvRow row) throws BadRow {
    if (event.getOccurredAt() == null) {
      throw new BadRow("has no time (occurred_at)");
    }
    if (event.getEventId() == null) {
      event.setEventId(Ids.imported(origin.source(), row.number(), row.raw()));
    }
    return event;
  }

  /** A value of another family than the type's stays with the event, but as an unmapped one. */
  private void put(CustomerEvent event, Cell cell, String text, Map<String, String> ext)
      throws BadRow {
    if (cell.field().path().equals("type")) {
      return;
    }
    if (cell.field().fits(event.getType())) {
      cell.field().put(event, text, mapping.time());
    } else {
      ext.put(header.get(cell.column()), text);
    }
  }

  private String type(CsvRow row) throws BadRow {
    for (Cell cell : cells) {
      String word = row.fields().get(cell.column()).strip();
      if (cell.field().path().equals("type") && !word.isEmpty()) {
        String type = mapping.types().get(word);
        return type != null ? type : mapping.types().getOrDefault("*", word);
      }
    }
    return constants.stream()
        .filter(constant -> constant.field().path().equals("type"))
        .map(Constant::text)
        .findFirst()
        .orElseThrow(() -> new BadRow("has no type"));
  }

  private Map<String, String> unmapped(CsvRow row) {
    Map<String, String> ext = new HashMap<>();
    for (int column = 0; column < header.size(); column++) {
      String text = row.fields().get(column).strip();
      if (!taken.contains(column) && !text.isEmpty()) {
        ext.put(header.get(column), text);
      }
    }
    return ext;
  }

  private void bind(String path, String source) {
    EventField field = EventFields.named(path);
    if (source.length() > 1 && source.startsWith("'") && source.endsWith("'")) {
      constants.add(
          new Constant(field, source.substring(1, source.length() - 1).replace("''", "'")));
      return;
    }
    int column = header.indexOf(source);
    if (column < 0) {
      throw new CommandFailure(
          ExitCode.USAGE,
          path
              + "="
              + source
              + ": there is no such column; the columns are "
              + String.join(", ", header)
              + ". A constant is written in quotes: "
              + path
              + "='text'");
    }
    take(column, field);
  }

  private void take(int column, EventField field) {
    cells.add(new Cell(column, field));
    taken.add(column);
  }

  private void require(String path) {
    if (!fills(path)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "no column gives "
              + path
              + "; name it with --columns "
              + path
              + "=COLUMN. The columns are "
              + String.join(", ", header));
    }
  }
}
