package io.floorwalker.local;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Keeps the text of a record beside its fields, because the text is part of an event's id. */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder raw = new StringBuilder();
  private long number;

  /** Counts on from this number; a header takes none. */
  CsvRowHandler(long number, boolean hasHeader) {
    this.number = hasHeader ? number - 1 : number;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    fields.clear();
    raw.setLength(0);
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (index > 0) {
      raw.append(',');
    }
    String field = new String(buffer, offset, length);
    if (quoted) {
      raw.append('"').append(field.replace("\"", "\"\"")).append('"');
    } else {
      raw.append(field);
    }
    fields.add(field);
  }

  @Override
  protected CsvRow buildRecord() {
    number++;
    return new CsvRow(number, getStartingLineNumber(), List.copyOf(fields), raw.toString());
  }
}
