package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A file of 50 rows, all the way: into a real broker, through ingest and lake, out by SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ImportIT {
  private static final long START_MS = 1_613_086_233_000L;

  private Path folder = Path.of("");

  @BeforeAll
  void start(@TempDir Path empty) {
    folder = empty;
    assertThat(Ran.command("up", "--port", 0, "--dir", folder).exitCode()).isEqualTo(ExitCode.OK);
  }

  @AfterAll
  void stop() {
    assertThat(Ran.command("down", "--dir", folder).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  @Order(1)
  void rowsBecomeEventsInTheLake() throws IOException {
    Ran imported = load(file("events.csv", START_MS, 50));

    assertThat(imported.exitCode()).as("%s", imported.err()).isEqualTo(ExitCode.OK);
    assertThat(imported.out())
        .isEqualTo(
            "read,published,rejected,sessions,first,last\r\n"
                + "50,50,0,5,2021-02-11T23:30:33.000Z,2021-02-11T23:31:22.000Z\r\n");
    run("lake");
    assertThat(
            sql(
                "SELECT type, COUNT(*) AS n, COUNT(product_id) AS products FROM events GROUP BY type ORDER BY type"))
        .isEqualTo("type,n,products\r\npage_viewed,25,0\r\nproduct_added,25,25\r\n");
    assertThat(sql("SELECT COUNT(DISTINCT customer_key) AS n, SUM(price) AS total FROM events"))
        .isEqualTo("n,total\r\n5,237.5000\r\n");
  }

  @Test
  @Order(2)
  void olderRowsAreRefusedUnlessAppended() throws IOException {
    Path older = file("older.csv", START_MS - 60_000, 10);

    Ran refused = load(older);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err())
        .contains("the oldest row is of 2021-02-11T23:29:33.000Z")
        .contains("holds events up to 2021-02-11T23:31:22.000Z already")
        .contains("--append");
    assertThat(refused.out()).isEmpty();

    assertThat(load(older, "--append", "--no-ingest").exitCode()).isEqualTo(ExitCode.OK);
    Ran personal =
        Ran.command(
            "import", "--format", "segment", "--append", "--no-ingest", "--dir", folder, anna());
    assertThat(personal.exitCode()).as("%s", personal.err()).isEqualTo(ExitCode.OK);
  }

  @Test
  @Order(3)
  void theSameFileAgainAddsNothing() throws IOException {
    Ran again = load(file("events.csv", START_MS, 50), "--append");

    assertThat(again.exitCode()).as("%s", again.err()).isEqualTo(ExitCode.OK);
    run("lake");
    assertThat(sql("SELECT COUNT(*) AS n, COUNT(DISTINCT event_id) AS ids FROM events"))
        .isEqualTo("n,ids\r\n61,61\r\n");
  }

  @Test
  @Order(4)
  void nothingThatGivesAPersonAwayIsWrittenAnywhere() throws IOException {
    List<String> written = new ArrayList<>();
    for (String topic : List.of("cx.events", "cx.dead_letters", "cx.late_events")) {
      Ran tail =
          Ran.command("tail", topic, "--from", "earliest", "--idle-exit", "1s", "--dir", folder);
      written.add(tail.out() + tail.err());
    }
    written.add(sql("SELECT * FROM events"));
    written.add(sql("SELECT * FROM dead_letters"));
    try (Stream<Path> logs = Files.walk(folder.resolve("logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        written.add(Files.readString(log));
      }
    }

    assertThat(written.get(0)).contains("email_k1_", "phone_k1_", "ip_k1_");
    assertThat(written.get(1)).contains("\"class\": \"time\"", "email_k1_");
    assertThat(written)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContainIgnoringCase("canary")
                    .doesNotContain("5550199", "203.0.113"));
  }

  private Ran load(Path file, String... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "import",
                "--format",
                "csv",
                "--output",
                "csv",
                "--dir",
                folder,
                "--columns",
                "occurred_at=time,type=what,user_id=who,session_id=visit,"
                    + "product.product_id=sku,product.price=price,product.currency='EUR'",
                "--types",
                "add=product_added,*=page_viewed",
                "--time-unit",
                "ms"));
    arguments.addAll(Arrays.asList(more));
    arguments.add(file);
    return Ran.command(arguments.toArray());
  }

  @Test
  @Order(5)
  void aCartThatSegmentsClientTellsOfIsFoundAbandoned() throws Exception {
    Stack stack = Stack.in(folder);
    try (Collector collector = Collector.open(stack, 0, Set.of());
        InputStream request = ImportIT.class.getResourceAsStream("/analytics-node/request.json")) {
      String key = Files.readString(Collector.keyFile(stack)).strip();
      HttpRequest batch =
          HttpRequest.newBuilder(collector.address().resolve("/v1/batch"))
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder()
                          .encodeToString((key + ":").getBytes(StandardCharsets.UTF_8)))
              .POST(BodyPublishers.ofByteArray(Objects.requireNonNull(request).readAllBytes()))
              .build();
      HttpResponse<String> answer = HttpClient.newHttpClient().send(batch, BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("{\"success\":true}");
    }
    run("ingest");
    run("cart-abandonment");

    assertThat(
            sql(
                "SELECT kind, session_id, `value`, currency FROM detections WHERE customer_key LIKE 'email\\_k1\\_%' ESCAPE '\\'"))
        .isEqualTo(
            "kind,session_id,value,currency\r\ncart_abandoned,node-session,159.8000,EUR\r\n");
  }

  /** A search of hers, and one by a clock that is years ahead. */
  private Path anna() throws IOException {
    String search =
        "{\"type\":\"track\",\"event\":\"Products Searched\",\"userId\":\"canary@example.org\",\"messageId\":\"%s\","
            + "\"timestamp\":\"%s\",\"properties\":{\"query\":\"call +1 202 5550199 or mail canary%%40example.org\","
            + "\"url\":\"https://shop.example/?token=canary\"},"
            + "\"context\":{\"ip\":\"203.0.113.7\",\"page\":{\"url\":\"https://shop.example/canary@example.org?q=canary\"}}}";
    return Files.write(
        folder.resolve("anna.json"),
        List.of(
            search.formatted("m-1", "2021-02-11T23:31:00Z"),
            search.formatted("m-2", "2099-01-01T00:00:00Z")));
  }

  private void run(String job) {
    Ran ran = Ran.command("run", job, "--bounded", "--dir", folder);
    assertThat(ran.exitCode()).as("%s", ran.err()).isEqualTo(ExitCode.OK);
  }

  private String sql(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("statement.sql"), text);
    Ran ran = Ran.command("sql", "--output", "csv", "--dir", folder, file);
    assertThat(ran.exitCode()).as("%s", ran.err()).isEqualTo(ExitCode.OK);
    return ran.out();
  }

  /** A second between two rows, five visitors, every other row an add; the last row first. */
  private Path file(String name, long startMs, int rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of("time,what,who,visit,sku,price"));
    for (int row = rows - 1; row >= 0; row--) {
      String visitor = "%d".formatted(row % 5);
      lines.add(
          "%d,%s,u-%s,s-%s,sku-%d,9.50"
              .formatted(
                  startMs + row * 1000L, row % 2 == 0 ? "add" : "look", visitor, visitor, row));
    }
    return Files.write(folder.resolve(name), lines);
  }
}
