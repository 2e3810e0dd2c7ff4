"""Catalog floorwalker, for Python: python open_catalog.py [folder of the stack].

Needs: pip install "pyiceberg[sql-sqlite,pyarrow]" duckdb
"""

import sys
from pathlib import Path

import duckdb
from pyiceberg.catalog.sql import SqlCatalog

ROOT = Path(__file__).resolve().parents[1]


def open_catalog(folder: Path) -> SqlCatalog:
    """The name must be floorwalker: the tables stand in the catalog under it."""
    return SqlCatalog(
        "floorwalker", uri=f"sqlite:///{folder}/catalog.db", warehouse=f"file://{folder}/warehouse"
    )


def connect(catalog: SqlCatalog) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with the tables and the views of sql/views/duckdb."""
    connection = duckdb.connect()
    for _, name in catalog.list_tables("cx"):
        connection.register(name, catalog.load_table(("cx", name)).scan().to_arrow())
    for view in sorted((ROOT / "views" / "duckdb").glob("*.sql")):
        connection.execute(view.read_text(encoding="utf-8"))
    return connection


if __name__ == "__main__":
    stack = Path(sys.argv[1] if len(sys.argv) > 1 else Path.home() / ".floorwalker").resolve()
    if not (stack / "catalog.db").exists():
        sys.exit(f"there are no tables in {stack} yet; run: deploy/local/floorwalker demo")
    lake = connect(open_catalog(stack))
    print(lake.sql("SELECT * FROM abandonment_daily ORDER BY ALL"))
