package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Flink SQL, the views and the queries on a catalog of a few rows; no broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqlIT {
  private static final String ROWS =
      """
      INSERT INTO detections (detection_id, version, kind, detected_at, phase, customer_key, site, `value`, currency, `lines`, last_evidence_at)
      VALUES
        ('d-1', 1, 'cart_abandoned', TIMESTAMP '2026-03-02 10:30:00', 'opened', 'c-1', 'shop', 88.00, 'EUR', ARRAY['shoes x1', 'socks x1'], TIMESTAMP '2026-03-02 10:00:00'),
        ('d-2', 1, 'cart_abandoned', TIMESTAMP '2026-03-02 23:59:59', 'opened', 'c-2', 'shop', 12.50, 'EUR', ARRAY['hat x1'], TIMESTAMP '2026-03-02 23:29:59'),
        ('d-3', 1, 'cart_abandoned', TIMESTAMP '2026-03-03 00:00:00', 'opened', 'c-2', 'shop', CAST(NULL AS DECIMAL(18, 4)), 'EUR', ARRAY['scarf; red x1'], TIMESTAMP '2026-03-02 23:30:00'),
        ('d-4', 1, 'cart_abandoned', TIMESTAMP '2026-03-03 09:00:00', 'opened', 'c-3', 'shop', 500.00, 'EUR', ARRAY['coat x1'], TIMESTAMP '2026-03-03 08:30:00'),
        ('d-4', 2, 'cart_abandoned', TIMESTAMP '2026-03-03 09:00:00', 'retracted', 'c-3', 'shop', 500.00, 'EUR', ARRAY['coat x1'], TIMESTAMP '2026-03-03 08:30:00')
      """;

  private Path folder = Path.of("");

  @BeforeAll
  void someRows(@TempDir Path empty) throws Exception {
    folder = empty;
    Stack stack = Stack.in(folder);
    try (Lake lake = Lake.open(stack.settings(List.of(), List.of()))) {
      lake.createMissingTables();
    }
    SqlSession.open(Catalogs.settings(stack)).execute(ROWS);
  }

  @Test
  void theLastResultIsPrinted() throws IOException {
    Ran ran =
        sql(
            "csv",
            """
            -- Two statements; the first one's result is not shown.
            SELECT 'a;b';
            SELECT detection_id, `value`, detected_at, `lines` FROM detections WHERE detection_id = 'd-1'
            """);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .isEqualTo(
            "detection_id,value,detected_at,lines\r\n"
                + "d-1,88.0000,2026-03-02T10:30:00.000Z,\"[\"\"shoes x1\"\", \"\"socks x1\"\"]\"\r\n");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aRetractedDetectionIsNotOpen() throws IOException {
    assertThat(sql("csv", "SELECT detection_id FROM open_detections ORDER BY 1").out())
        .isEqualTo("detection_id\r\nd-1\r\nd-2\r\nd-3\r\n");
  }

  @Test
  void daysAreCutInUtcAndUnknownValuesShow() throws IOException {
    assertThat(sql("csv", "SELECT * FROM abandonment_daily ORDER BY `day`").out())
        .isEqualTo(
            "day,site,kind,currency,abandoned,customers,value,without_value\r\n"
                + "2026-03-02,shop,cart_abandoned,EUR,2,2,100.5000,0\r\n"
                + "2026-03-03,shop,cart_abandoned,EUR,1,1,,1\r\n");
  }

  @Test
  void everyQueryRuns() throws IOException {
    try (Stream<Path> queries = Files.list(Home.folder().resolve("sql/queries"))) {
      assertThat(queries.sorted())
          .isNotEmpty()
          .allSatisfy(
              query -> {
                String banner = Files.readString(query);
                assertThat(banner)
                    .startsWith(
                        "-- "
                            + query
                                .getFileName()
                                .toString()
                                .replaceFirst("_", " ")
                                .replace(".sql", "\n"))
                    .contains("-- Question: ", "-- Asks: ", "-- Reads: ");
                Ran ran = Ran.command("sql", "--output", "csv", "--dir", folder, query);
                assertThat(ran.exitCode()).as("%s", ran.err()).isEqualTo(ExitCode.OK);
              });
    }
    Path hours = Home.folder().resolve("sql/queries/01_abandoned_carts_by_hour.sql");
    assertThat(Ran.command("sql", "--output", "csv", "--dir", folder, hours).out())
        .isEqualTo(
            "left_at_hour,abandoned,customers,value,currency\r\n"
                + "2026-03-02T10:00:00.000Z,1,1,88.0000,EUR\r\n"
                + "2026-03-02T23:00:00.000Z,2,1,12.5000,EUR\r\n");
  }

  @Test
  void everyViewHasATwinForDuckDb() throws IOException {
    Path views = Home.folder().resolve("sql/views");
    assertThat(names(views)).isNotEmpty().isEqualTo(names(views.resolve("duckdb")));
  }

  @Test
  void anErrorIsOneLineWithTheRemedy() throws IOException {
    Ran missing = sql("table", "SELECT 1; SELECT * FROM carts");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(missing.err())
        .hasLineCount(1)
        .contains("statement 2: Object 'carts' not found")
        .contains("detections, events, late_events, open_detections");
    assertThat(missing.out()).isEmpty();

    assertThat(sql("table", "SELECT value FROM detections").err())
        .hasLineCount(1)
        .contains("statement 1: ")
        .contains("line 1, column 8");
    assertThat(sql("table", "-- nothing").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void tablesAreListedWithTheirRows() {
    Ran ran = Ran.command("tables", "--output", "csv", "--dir", folder);

    assertThat(ran.out().lines())
        .hasSize(5)
        .contains("table,rows,files,snapshots,last_commit,comment")
        .anySatisfy(
            line -> assertThat(line).matches("detections,5,\\d+,1,20.*Z,\"What was found.*"))
        .contains("events,0,0,0,,\"Every event of every source, one row each\"");
  }

  @Test
  void aTableIsShownWithItsColumns() {
    Ran ran = Ran.command("tables", "cx.detections", "--output", "csv", "--dir", folder);

    assertThat(ran.out())
        .contains("column,type,required,row_key,partition,comment")
        .contains("detected_at,timestamptz,false,false,day,")
        .contains("phase,string,false,true,,");
    Ran unknown = Ran.command("tables", "carts", "--dir", folder);
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("there is no table \"carts\"; the tables are dead_letters");
  }

  private Ran sql(String output, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("statement.sql"), text);
    return Ran.command("sql", "--output", output, "--dir", folder, file);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
