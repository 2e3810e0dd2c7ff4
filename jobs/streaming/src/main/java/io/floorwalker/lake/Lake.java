package io.floorwalker.lake;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;

/** The Iceberg catalog {@code floorwalker}, opened; close it after use. */
public final class Lake implements AutoCloseable {
  /** The same name in every engine: PyIceberg finds the tables by it. */
  public static final String CATALOG_NAME = "floorwalker";

  private final Catalog catalog;

  private Lake(Catalog catalog) {
    this.catalog = catalog;
  }

  public static Lake open(Settings settings) {
    return new Lake(loader(settings).loadCatalog());
  }

  /** Loads the table anew in each task that reads or writes it. */
  public static TableLoader table(Settings settings, TableDefinition table) {
    return TableLoader.fromCatalog(loader(settings), table.identifier());
  }

  /** The properties of the catalog, also for {@code CREATE CATALOG} in SQL. */
  public static Map<String, String> properties(Settings settings) {
    Map<String, String> properties = new HashMap<>();
    properties.put("catalog-impl", settings.text(Keys.CATALOG_IMPLEMENTATION));
    properties.put("uri", settings.text(Keys.CATALOG_URI));
    properties.put("warehouse", settings.text(Keys.CATALOG_WAREHOUSE));
    properties.put("jdbc.schema-version", "V1"); // PyIceberg reads this version
    return properties;
  }

  public Catalog catalog() {
    return catalog;
  }

  /** Creates what is missing; what exists stays as it is. */
  public void createMissingTables() {
    SupportsNamespaces namespaces = (SupportsNamespaces) catalog;
    if (!namespaces.namespaceExists(TableDefinition.NAMESPACE)) {
      namespaces.createNamespace(TableDefinition.NAMESPACE);
    }
    for (TableDefinition table : Tables.all()) {
      if (!catalog.tableExists(table.identifier())) {
        var unused =
            catalog.createTable(
                table.identifier(), table.schema(), table.partitioning(), table.properties());
      }
    }
  }

  @Override
  public void close() {
    if (catalog instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException("the Iceberg catalog did not close", e);
      }
    }
  }

  private static CatalogLoader loader(Settings settings) {
    Map<String, String> properties = properties(settings);
    String implementation = properties.remove("catalog-impl");
    return CatalogLoader.custom(CATALOG_NAME, properties, new Configuration(), implementation);
  }
}
