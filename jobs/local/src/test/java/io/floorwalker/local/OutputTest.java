package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutputTest {

  private static final List<String> HEADER = List.of("name", "rows", "at");
  private static final Instant TIME = Instant.parse("2026-03-01T10:42:07.5Z");

  @Test
  void aTableIsAlignedWithNumbersToTheRight() {
    assertThat(
            written(
                Output.Format.TABLE, List.of(row("events", 12_000, TIME), row("late", 7, null))))
        .isEqualTo(
            """
            name     rows  at
            events  12000  2026-03-01T10:42:07.500Z
            late        7
            """);
  }

  @Test
  void csvQuotesWhatNeedsItAndLeavesNullEmpty() {
    assertThat(
            written(
                Output.Format.CSV, List.of(row("a,b", 1, TIME), row("say \"hi\"\nthere", 2, null))))
        .isEqualTo(
            """
            name,rows,at\r
            "a,b",1,2026-03-01T10:42:07.500Z\r
            "say ""hi""
            there",2,\r
            """);
  }

  @Test
  void jsonIsOneArrayOfObjects() {
    assertThat(
            written(
                Output.Format.JSON,
                List.of(
                    row("a\"\\\u0001", 1.5, TIME),
                    row(null, new BigDecimal("1E+2"), List.of("x", "y")))))
        .isEqualTo(
            """
            [
              {"name": "a\\"\\\\\\u0001", "rows": 1.5, "at": "2026-03-01T10:42:07.500Z"},
              {"name": null, "rows": 100, "at": ["x", "y"]}
            ]
            """);
  }

  @Test
  void anEmptyReportStillHasItsForm() {
    assertThat(written(Output.Format.JSON, List.of())).isEqualTo("[]\n");
    assertThat(written(Output.Format.CSV, List.of())).isEqualTo("name,rows,at\r\n");
    assertThat(written(Output.Format.TABLE, List.of())).isEqualTo("name  rows  at\n");
  }

  @Test
  void everyKindOfTimeIsUtcWithMilliseconds() {
    assertThat(Cells.plain(OffsetDateTime.of(2026, 3, 1, 12, 0, 0, 0, ZoneOffset.ofHours(2))))
        .isEqualTo("2026-03-01T10:00:00.000Z");
    assertThat(Cells.plain(LocalDateTime.of(2026, 3, 1, 10, 0)))
        .isEqualTo("2026-03-01T10:00:00.000Z");
  }

  @Test
  void numbersThatJsonDoesNotKnowAreText() {
    assertThat(Cells.json(Double.NaN)).isEqualTo("\"NaN\"");
  }

  private static String written(Output.Format format, List<List<@Nullable Object>> rows) {
    StringWriter text = new StringWriter();
    new Output(new PrintWriter(text), format).write(HEADER, rows);
    return text.toString();
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }
}
