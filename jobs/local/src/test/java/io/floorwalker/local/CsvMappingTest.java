package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvMappingTest {
  @TempDir private Path folder;

  @Test
  void aFileSaysTheSameAsTheOptions() throws IOException {
    CsvMapping read =
        CsvMapping.read(
            write(
                """
                columns:
                  occurred_at: event_time
                  site: "'shop'"
                  product:
                    price: amount
                  product.product_id: item
                types:
                  add_to_cart: product_added
                  "*": page_viewed
                time-unit: iso
                """));

    assertThat(read)
        .isEqualTo(
            CsvMapping.parse(
                "occurred_at=event_time,site='shop',product.price=amount,product.product_id=item",
                "add_to_cart=product_added,*=page_viewed",
                TimeFormat.ISO));
  }

  @Test
  void aWrongFileIsRefusedWithItsName() throws IOException {
    assertUsage(() -> CsvMapping.read(folder.resolve("none.yaml")), "none.yaml", "check the path");
    Path unknown = write("colums:\n  a: b\n");
    assertUsage(
        () -> CsvMapping.read(unknown), "mapping.yaml", "colums.a", "columns, types, time-unit");
    Path broken = write("columns: [\n");
    assertUsage(() -> CsvMapping.read(broken), "mapping.yaml", "is not YAML");
  }

  @Test
  void aMistypedNameIsAnsweredWithTheNearestOne() {
    assertUsage(() -> parse("sesion_id=a", ""), "\"sesion_id\"", "did you mean \"session_id\"");
    assertUsage(() -> parse("product.prize=a", ""), "did you mean \"product.price\"");
    assertUsage(
        () -> parse("customer_key=a", ""), "\"customer_key\" is not one that can be imported");
    assertUsage(() -> parse("", "add=produkt_added"), "did you mean \"product_added\"");
    assertUsage(() -> TimeFormat.named("min"), "\"min\"", "ms, s, us, iso");
  }

  @Test
  void whatIsNoAssignmentIsRefused() {
    assertUsage(() -> parse("user_id", ""), "--columns", "name=value");
    assertUsage(() -> parse("user_id=a,user_id=b", ""), "names user_id twice");
    assertUsage(() -> parse("site='shop", ""), "a quote that is not closed");
    assertUsage(() -> parse("", "add="), "--types", "name=value");
  }

  @Test
  void aMissingColumnIsAnsweredWithThoseOfTheFile() {
    CsvMapping mapping = parse("occurred_at=time,type=what", "");
    Origin origin = new Origin("csv", "");

    assertUsage(
        () -> CsvEvents.bind(mapping, List.of("when", "what"), origin),
        "occurred_at=time",
        "no such column",
        "when, what");
    assertUsage(
        () -> CsvEvents.bind(parse("", ""), List.of("when", "type"), origin),
        "no column gives occurred_at",
        "--columns occurred_at=COLUMN");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("mapping.yaml"), yaml);
  }

  private static CsvMapping parse(String columns, String types) {
    return CsvMapping.parse(columns, types, TimeFormat.MS);
  }

  private static void assertUsage(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(failure.text()).contains(parts);
            });
  }
}
