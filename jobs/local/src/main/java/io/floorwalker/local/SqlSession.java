package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.lake.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.ResultKind;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/**
 * Flink SQL over the lake, in batch: catalog {@code floorwalker} and database {@code cx} are
 * current, times are shown and cut in UTC.
 */
final class SqlSession {
  /** A result with its columns. */
  record Result(List<String> columns, List<List<@Nullable Object>> rows) {}

  private final TableEnvironment tables;

  private SqlSession(TableEnvironment tables) {
    this.tables = tables;
  }

  static SqlSession open(Settings settings) {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    configuration.setString("table.local-time-zone", "UTC");
    // Else the scan takes a slot for every file.
    configuration.setString("table.exec.iceberg.infer-source-parallelism", "false");
    configuration.setString("table.exec.iceberg.use-v2-sink", "true");
    TableEnvironment tables =
        TableEnvironment.create(
            EnvironmentSettings.newInstance()
                .inBatchMode()
                .withConfiguration(configuration)
                .build());
    tables.executeSql(
        "CREATE CATALOG `%s` WITH (%s)"
            .formatted(Lake.CATALOG_NAME, options(Lake.properties(settings))));
    tables.useCatalog(Lake.CATALOG_NAME);
    tables.useDatabase("cx");
    return new SqlSession(tables);
  }

  /** Executes the statement to its end and leaves its result, if it has one, unread. */
  void execute(String statement) throws ExecutionException, InterruptedException {
    TableResult result = tables.executeSql(statement);
    if (result.getJobClient().isPresent() && !isQuery(result)) {
      result.await();
    } else {
      close(result.collect());
    }
  }

  /** Executes the statement to its end; a statement without a result gives no columns. */
  Result query(String statement) throws ExecutionException, InterruptedException {
    TableResult result = tables.executeSql(statement);
    if (!isQuery(result)) {
      result.await();
      return new Result(List.of(), List.of());
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (CloseableIterator<Row> read = result.collect()) {
      read.forEachRemaining(row -> rows.add(SqlValues.cells(row)));
    } catch (ExecutionException | InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ExecutionException(e);
    }
    return new Result(result.getResolvedSchema().getColumnNames(), rows);
  }

  List<String> tables() {
    return List.of(tables.listTables()).stream().sorted().toList();
  }

  /** DDL answers with the word OK, INSERT with a count per sink that is always -1. */
  private static boolean isQuery(TableResult result) {
    List<String> columns = result.getResolvedSchema().getColumnNames();
    return result.getResultKind() == ResultKind.SUCCESS_WITH_CONTENT
        && !(columns.size() == 1 && columns.get(0).startsWith(Lake.CATALOG_NAME + ".cx."));
  }

  private static void close(CloseableIterator<Row> rows) throws ExecutionException {
    try {
      rows.close();
    } catch (Exception e) {
      throw new ExecutionException(e);
    }
  }

  private static String options(Map<String, String> properties) {
    String given =
        properties.entrySet().stream()
            .map(each -> "'%s' = '%s'".formatted(each.getKey(), each.getValue().replace("'", "''")))
            .sorted()
            .collect(Collectors.joining(", "));
    return "'type' = 'iceberg', " + given;
  }
}
