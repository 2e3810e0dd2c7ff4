-- Catalog floorwalker, for the Flink SQL client
-- Question: how does a SQL client see the tables of an embedded stack?
-- Asks:     everybody who works in a SQL client rather than with `floorwalker sql`
-- Reads:    the folder of a stack; put its absolute path in place of /home/you/.floorwalker, twice
-- Needs on the client's classpath: iceberg-flink-runtime-2.1, sqlite-jdbc, hadoop-client-api,
-- hadoop-client-runtime, and Flink's list of --add-opens (without java.nio the sink restarts for ever).
CREATE CATALOG floorwalker WITH (
  'type' = 'iceberg',
  'catalog-impl' = 'org.apache.iceberg.jdbc.JdbcCatalog',
  'uri' = 'jdbc:sqlite:/home/you/.floorwalker/catalog.db?journal_mode=WAL&busy_timeout=30000',
  'warehouse' = 'file:///home/you/.floorwalker/warehouse',
  'jdbc.schema-version' = 'V1'
);
USE CATALOG floorwalker;
USE cx;
SET 'execution.runtime-mode' = 'batch';
SET 'table.local-time-zone' = 'UTC';
SET 'table.exec.iceberg.use-v2-sink' = 'true';
