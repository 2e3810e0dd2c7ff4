package io.floorwalker.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/** Values of Flink rows as cells of a report. */
final class SqlValues {
  private SqlValues() {}

  static List<@Nullable Object> cells(Row row) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int column = 0; column < row.getArity(); column++) {
      cells.add(cell(row.getField(column)));
    }
    return cells;
  }

  private static @Nullable Object cell(@Nullable Object value) {
    if (value instanceof Object[] array) {
      List<@Nullable Object> cells = new ArrayList<>();
      Arrays.asList(array).forEach(each -> cells.add(cell(each)));
      return cells;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> cells = new LinkedHashMap<>();
      map.forEach((key, each) -> cells.put(key, cell(each)));
      return cells;
    }
    return value instanceof Row row ? cells(row) : value;
  }
}
