package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.lake.Lake;
import io.floorwalker.lake.Tables;
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

  private static final List<String> DECIDED =
      List.of(
          """
          INSERT INTO detections (detection_id, version, kind, detected_at, phase, customer_key, session_id, account_id, contact_id, site, stage, step, cause, score, last_evidence_at)
          VALUES
            ('d-5', 1, 'checkout_struggle', TIMESTAMP '2026-03-03 10:00:00', 'opened', 'c-5', 's-5', CAST(NULL AS STRING), CAST(NULL AS STRING), 'shop', 'payment', 'pay', 'payment_declined', 4.0, TIMESTAMP '2026-03-03 10:00:00'),
            ('d-6', 1, 'checkout_struggle', TIMESTAMP '2026-03-03 11:00:00', 'opened', 'c-6', 's-6', CAST(NULL AS STRING), CAST(NULL AS STRING), 'shop', 'payment', 'pay', 'payment_declined', 5.0, TIMESTAMP '2026-03-03 11:00:00'),
            ('d-7', 1, 'stakeholder_stale', TIMESTAMP '2026-03-03 00:00:00', 'opened', CAST(NULL AS STRING), CAST(NULL AS STRING), 'acme', 'ann', 'shop', CAST(NULL AS STRING), '1', 'champion', CAST(NULL AS DOUBLE), TIMESTAMP '2026-02-24 00:00:00'),
            ('d-8', 1, 'stakeholder_stale', TIMESTAMP '2026-03-03 00:00:00', 'opened', CAST(NULL AS STRING), CAST(NULL AS STRING), 'acme', 'bob', 'shop', CAST(NULL AS STRING), '1', 'user', CAST(NULL AS DOUBLE), TIMESTAMP '2026-02-24 00:00:00'),
            ('d-8', 2, 'stakeholder_stale', TIMESTAMP '2026-03-04 00:00:00', 'closed', CAST(NULL AS STRING), CAST(NULL AS STRING), 'acme', 'bob', 'shop', CAST(NULL AS STRING), '1', 'user', CAST(NULL AS DOUBLE), TIMESTAMP '2026-02-24 00:00:00')
          """,
          """
          INSERT INTO decisions (decision_id, treatment, `variant`, decided_at, detection_id, attempt, site, customer_key, eligible, gate, chosen, would_choose, arm, `mode`, unit_id, experiment, exposure_at, window_ends_at)
          VALUES
            ('x-5', 'show_help', '', TIMESTAMP '2026-03-03 10:00:00', 'd-5', 1, 'shop', 'c-5', true, CAST(NULL AS STRING), true, true, 'treated', 'live', 'c-5', 'help_in_checkout', TIMESTAMP '2026-03-03 10:00:00', TIMESTAMP '2026-03-04 10:00:00'),
            ('x-5', 'offer_discount', '', TIMESTAMP '2026-03-03 10:00:00', 'd-5', 1, 'shop', 'c-5', false, 'consent', false, false, 'treated', 'live', 'c-5', 'help_in_checkout', TIMESTAMP '2026-03-03 10:00:00', TIMESTAMP '2026-03-04 10:00:00'),
            ('x-5', 'do_nothing', '', TIMESTAMP '2026-03-03 10:00:00', 'd-5', 1, 'shop', 'c-5', true, CAST(NULL AS STRING), false, false, 'treated', 'live', 'c-5', 'help_in_checkout', TIMESTAMP '2026-03-03 10:00:00', TIMESTAMP '2026-03-04 10:00:00'),
            ('x-6', 'show_help', '', TIMESTAMP '2026-03-03 11:00:00', 'd-6', 1, 'shop', 'c-6', false, 'holdout', false, true, 'held_out', 'live', 'c-6', 'help_in_checkout', TIMESTAMP '2026-03-03 11:00:00', TIMESTAMP '2026-03-04 11:00:00'),
            ('x-6', 'offer_discount', '', TIMESTAMP '2026-03-03 11:00:00', 'd-6', 1, 'shop', 'c-6', false, 'consent', false, false, 'held_out', 'live', 'c-6', 'help_in_checkout', TIMESTAMP '2026-03-03 11:00:00', TIMESTAMP '2026-03-04 11:00:00'),
            ('x-6', 'free_shipping', '', TIMESTAMP '2026-03-03 11:00:00', 'd-6', 1, 'shop', 'c-6', false, 'consent', false, false, 'held_out', 'live', 'c-6', 'help_in_checkout', TIMESTAMP '2026-03-03 11:00:00', TIMESTAMP '2026-03-04 11:00:00'),
            ('x-6', 'do_nothing', '', TIMESTAMP '2026-03-03 11:00:00', 'd-6', 1, 'shop', 'c-6', true, CAST(NULL AS STRING), true, false, 'held_out', 'live', 'c-6', 'help_in_checkout', TIMESTAMP '2026-03-03 11:00:00', TIMESTAMP '2026-03-04 11:00:00')
          """,
          """
          INSERT INTO actions (action_id, version, changed_at, status, decision_id, detection_id, treatment, `variant`, channel, evidence_received_at)
          VALUES
            ('a-5', 1, TIMESTAMP '2026-03-03 10:00:00', 'planned', 'x-5', 'd-5', 'show_help', '', 'page', TIMESTAMP '2026-03-03 10:00:00.900'),
            ('a-5', 2, TIMESTAMP '2026-03-03 10:00:02', 'sent', 'x-5', 'd-5', 'show_help', '', 'page', TIMESTAMP '2026-03-03 10:00:00.900')
          """,
          """
          INSERT INTO deliveries (action_id, attempt, started_at, finished_at, channel, target, outcome, http_status)
          VALUES
            ('a-5', 1, TIMESTAMP '2026-03-03 10:00:01.000', TIMESTAMP '2026-03-03 10:00:01.500', 'page', 'shop', 'retry', 503),
            ('a-5', 2, TIMESTAMP '2026-03-03 10:00:02.000', TIMESTAMP '2026-03-03 10:00:02.150', 'page', 'shop', 'delivered', 200)
          """,
          """
          INSERT INTO outcomes (outcome_id, occurred_at, kind, decision_id, action_id, reason)
          VALUES
            ('out-1', TIMESTAMP '2026-03-03 12:00:00', 'not_useful', 'x-5', 'a-5', 'she had paid by phone'),
            ('out-2', TIMESTAMP '2026-03-03 12:00:00', 'done', 'x-6', 'a-6', CAST(NULL AS STRING))
          """,
          """
          INSERT INTO outcomes (outcome_id, occurred_at, kind, decision_id, action_id, order_id, margin, currency)
          VALUES
            ('out-3', TIMESTAMP '2026-03-03 10:05:00', 'converted', 'x-5', 'a-5', 'o-5', 8.00, 'EUR'),
            ('out-4', TIMESTAMP '2026-03-04 11:00:00', 'not_converted', 'x-6', CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS DECIMAL(18, 4)), CAST(NULL AS STRING))
          """,
          """
          INSERT INTO orders (order_id, version, placed_at, changed_at, status, session_id)
          VALUES
            ('o-5', 1, TIMESTAMP '2026-03-03 10:05:00', TIMESTAMP '2026-03-03 10:05:00', 'placed', 's-5'),
            ('o-6', 1, TIMESTAMP '2026-03-03 10:59:59', TIMESTAMP '2026-03-03 10:59:59', 'placed', 's-6')
          """,
          """
          INSERT INTO accounts (`key`, account_id, contact_id, role, owner, valid_from, deleted)
          VALUES
            ('acme|ann', 'acme', 'ann', 'user', 'old', TIMESTAMP '2026-01-01 00:00:00', false),
            ('acme|ann', 'acme', 'ann', 'champion', 'rita', TIMESTAMP '2026-02-01 00:00:00', false)
          """);

  private Path folder = Path.of("");

  @BeforeAll
  void someRows(@TempDir Path empty) throws Exception {
    folder = empty;
    Stack stack = Stack.in(folder);
    try (Lake lake = Lake.open(stack.settings(List.of(), List.of()))) {
      lake.createMissingTables();
    }
    SqlSession session = SqlSession.open(Catalogs.settings(stack));
    session.execute(ROWS);
    for (String rows : DECIDED) {
      session.execute(rows);
    }
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
  void aRetractedOrClosedDetectionIsNotOpen() throws IOException {
    assertThat(sql("csv", "SELECT detection_id FROM open_detections ORDER BY 1").out())
        .isEqualTo("detection_id\r\nd-1\r\nd-2\r\nd-3\r\nd-5\r\nd-6\r\nd-7\r\n");
  }

  @Test
  void aDecisionSaysWhatWasDoneOrWhichGateSaidNo() throws IOException {
    assertThat(
            sql(
                    "csv",
                    "SELECT decision_id, kind, cause, treatment, would_treatment, gate, candidates, eligible"
                        + " FROM decision_log ORDER BY decision_id")
                .out())
        .isEqualTo(
            "decision_id,kind,cause,treatment,would_treatment,gate,candidates,eligible\r\n"
                + "x-5,checkout_struggle,payment_declined,show_help,show_help,,3,2\r\n"
                + "x-6,checkout_struggle,payment_declined,do_nothing,show_help,holdout,4,1\r\n");
  }

  @Test
  void anActionStandsInItsNewestVersionWithItsNewestAttempt() throws IOException {
    assertThat(
            sql(
                    "csv",
                    "SELECT action_id, version, status, attempts, last_outcome, last_http_status, delivered_at"
                        + " FROM latest_actions")
                .out())
        .isEqualTo(
            "action_id,version,status,attempts,last_outcome,last_http_status,delivered_at\r\n"
                + "a-5,2,sent,2,delivered,200,2026-03-03T10:00:02.150Z\r\n");
  }

  @Test
  void aFalseAlarmWasTakenBackOrCalledNotUseful() throws IOException {
    assertThat(
            sql(
                    "csv",
                    "SELECT detection_id, kind, why, reason, delivered_at FROM false_alarms"
                        + " ORDER BY detection_id")
                .out())
        .isEqualTo(
            "detection_id,kind,why,reason,delivered_at\r\n"
                + "d-4,cart_abandoned,retracted,,\r\n"
                + "d-5,checkout_struggle,not_useful,she had paid by phone,2026-03-03T10:00:02.150Z\r\n");
  }

  @Test
  void falseAlarmsAreASharePerRule() {
    assertThat(query("08_which_rules_cry_wolf"))
        .isEqualTo(
            "kind,rule_version,detections,false_alarms,retracted,not_useful,heard_of,share\r\n"
                + "checkout_struggle,,2,1,0,1,1,0.5\r\n"
                + "cart_abandoned,,4,1,1,0,0,0.25\r\n"
                + "stakeholder_stale,,2,0,0,0,0,0.0\r\n");
  }

  @Test
  void anOrderBeforeTheStruggleIsNotCountedForIt() throws IOException {
    assertThat(sql("csv", "SELECT * FROM struggle_causes").out())
        .isEqualTo(
            "day,site,stage,step,cause,episodes,sessions,customers,mean_score,ordered_sessions\r\n"
                + "2026-03-03,shop,payment,pay,payment_declined,2,2,2,4.5,1\r\n");
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
  }

  @Test
  void hoursAreThoseOfTheLastActivity() {
    assertThat(query("01_abandoned_carts_by_hour"))
        .isEqualTo(
            "left_at_hour,abandoned,customers,value,currency\r\n"
                + "2026-03-02T10:00:00.000Z,1,1,88.0000,EUR\r\n"
                + "2026-03-02T23:00:00.000Z,2,1,12.5000,EUR\r\n");
  }

  @Test
  void whatWasOfferedStandsBesideWhatKeptItBack() {
    assertThat(query("04_what_struggling_shoppers_were_offered"))
        .isEqualTo(
            "stage,cause,treatment,gate,decisions,offered,arrived\r\n"
                + "payment,payment_declined,do_nothing,holdout,1,0,0\r\n"
                + "payment,payment_declined,show_help,,1,1,1\r\n");
  }

  @Test
  void whoCameBackIsNotSilent() {
    assertThat(query("05_who_fell_silent"))
        .isEqualTo(
            "account_id,contact_id,role,tier,owner,step,last_activity_at,detected_at\r\n"
                + "acme,ann,champion,,rita,1,2026-02-24T00:00:00.000Z,2026-03-03T00:00:00.000Z\r\n");
  }

  @Test
  void gatesAreCountedByWhatTheyStopped() {
    assertThat(query("06_which_gates_said_no"))
        .startsWith(
            "gate,treatment,candidates,decisions,kept_back,first_at,last_at\r\n"
                + "consent,offer_discount,2,2,0,2026-03-03T10:00:00.000Z,2026-03-03T11:00:00.000Z\r\n")
        .contains("holdout,show_help,1,1,1,");
  }

  @Test
  void theDelayIsFromTheEvidenceToTheAttemptThatArrived() {
    assertThat(query("07_from_evidence_to_delivery"))
        .isEqualTo(
            "treatment,channel,actions,arrived,fastest_ms,median_ms,p95_ms,slowest_ms\r\n"
                + "show_help,page,1,1,1250,1250.0,1250.0,1250\r\n");
  }

  @Test
  void aUnitIsTakenByItsFirstExposure() throws IOException {
    assertThat(
            sql(
                    "csv",
                    "SELECT unit_id, arm, converted, order_id, net_margin FROM uplift ORDER BY 1")
                .out())
        .isEqualTo(
            "unit_id,arm,converted,order_id,net_margin\r\n"
                + "c-5,treated,true,o-5,8.0000\r\n"
                + "c-6,held_out,false,,0.0000\r\n");
  }

  @Test
  void ofTwoUnitsNothingIsEstimated() {
    Ran ran = Ran.command("uplift", "--output", "csv", "--dir", folder);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).endsWith("shop,help_in_checkout,not_enough_data,1,1,1,0,,,,,,,EUR,\r\n");
  }

  @Test
  void whyACustomerGotThisIsOneQuery() throws IOException {
    Path file = Home.folder().resolve("sql/queries/09_why_did_this_customer_get_this.sql");
    Ran ran = sql("csv", Files.readString(file).replace("SELECT 'newest'", "SELECT 'c-5'"));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().map(line -> line.replaceAll("2026[^,]*,", "").split(",", -1)))
        .extracting(cells -> cells[1] + " " + cells[2])
        .containsExactly(
            "happened_at fact",
            "opened checkout_struggle",
            "chosen show_help",
            "not chosen do_nothing",
            "not chosen offer_discount",
            "planned show_help",
            "sent show_help",
            "retry shop",
            "delivered shop",
            "outcome converted",
            "outcome not_useful");
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
        .contains(
            "decisions, deliveries, detections, events, false_alarms, late_events, latest_actions, open_detections");
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
        .hasSize(1 + Tables.all().size())
        .contains("table,rows,files,snapshots,last_commit,comment")
        .anySatisfy(
            line -> assertThat(line).matches("detections,10,\\d+,2,20.*Z,\"What was found.*"))
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
    assertThat(unknown.err())
        .contains(
            "there is no table \"carts\"; the tables are accounts, actions, consents, dead_letters");
  }

  private String query(String name) {
    Path file = Home.folder().resolve("sql/queries/" + name + ".sql");
    Ran ran = Ran.command("sql", "--output", "csv", "--dir", folder, file);
    assertThat(ran.err()).isEmpty();
    return ran.out();
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
