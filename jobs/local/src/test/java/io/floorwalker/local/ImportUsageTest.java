package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an import before anything is started. */
final class ImportUsageTest {
  @TempDir private Path folder;

  @Test
  void aFormatThatKnowsItsFieldsTakesNoMapping() throws IOException {
    Ran ran =
        Ran.command(
            "import", "--format", "segment", "--time-unit", "s", "--dir", folder, file("{}\n"));

    assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("--format segment says itself what its fields are");
  }

  @Test
  void anUnknownFormatIsRefusedWithThoseThereAre() throws IOException {
    Ran ran = Ran.command("import", "--format", "xml", "--dir", folder, file("time,type\n"));

    assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("--format xml is not known; csv is, and segment, ga4");
  }

  @Test
  void aFormatAndAFileMustBeNamed() {
    assertThat(Ran.command("import", "--dir", folder).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.command("import", "--format", "csv", "--dir", folder).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aMappingFileAndItsOptionsExcludeEachOther() throws IOException {
    Ran ran =
        Ran.command(
            "import",
            "--format",
            "csv",
            "--mapping",
            "m.yaml",
            "--time-unit",
            "ms",
            "--dir",
            folder,
            file("time,type\n"));

    assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("--mapping stands in place of");
  }

  @Test
  void strictRefusesEverythingWhenARowIsBad() throws IOException {
    Ran ran =
        Ran.command(
            "import",
            "--format",
            "csv",
            "--strict",
            "--output",
            "csv",
            "--dir",
            folder,
            file("occurred_at,type,session_id\n1,page_viewed,s\nsoon,page_viewed,s\n"));

    assertThat(ran.exitCode()).isEqualTo(ExitCode.REJECTED);
    assertThat(ran.err())
        .contains("row 2 (events.csv line 3): occurred_at \"soon\" is not a number of ms")
        .contains("1 of 2 rows rejected");
    assertThat(ran.out())
        .isEqualTo(
            "read,published,rejected,sessions,first,last\r\n"
                + "2,0,1,1,1970-01-01T00:00:00.001Z,1970-01-01T00:00:00.001Z\r\n");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aFileWithoutAnyGoodRowFails() throws IOException {
    Ran ran =
        Ran.command(
            "import",
            "--format",
            "csv",
            "--dir",
            folder,
            file("occurred_at,type\nsoon,page_viewed\n"));

    assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains("1 of 1 rows rejected");
  }

  @Test
  void tablesAndSqlSayWhereNoStackEverWas() {
    assertThat(Ran.command("tables", "--dir", folder).exitCode()).isEqualTo(ExitCode.STACK);
    Ran ran = Ran.command("sql", "--dir", folder, folder.resolve("none.sql"));
    assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("none.sql does not exist");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("events.csv"), text);
  }
}
