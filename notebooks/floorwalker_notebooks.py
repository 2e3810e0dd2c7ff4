"""The lake as notebooks read it: tables by PyIceberg, SQL over them by DuckDB, all times UTC."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pyarrow as pa
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.exceptions import NoSuchTableError
from pyiceberg.expressions import AlwaysTrue, BooleanExpression

VIEWS = Path(__file__).resolve().parents[1] / "sql" / "views" / "duckdb"
REMEDY = "Run `deploy/local/floorwalker demo` first, or set FLOORWALKER_DIR to the --dir of your stack."


class NothingToRead(Exception):
    """There is no lake, no table or no row; the message says what to run."""

    def _render_traceback_(self) -> list[str]:
        # Where data are missing a reader needs the sentence, not the way through the code.
        return [f"{type(self).__name__}: {self}"]


class Lake:
    """The tables of one stack directory. Reads only; a stack that is running is not disturbed."""

    def __init__(self, directory: Path, catalog: SqlCatalog) -> None:
        self._directory = directory
        self.catalog = catalog

    @classmethod
    def open(cls, directory: str | None = None) -> Lake:
        """Opens the lake below `directory`, else FLOORWALKER_DIR, else ~/.floorwalker.

        Raises NothingToRead when no catalog is there.
        """
        chosen = directory or os.environ.get("FLOORWALKER_DIR") or "~/.floorwalker"
        home = Path(chosen).expanduser().resolve()
        database = home / "catalog.db"
        # Checked here, because SQLite would make an empty database where none is.
        if not database.is_file():
            raise NothingToRead(f"No catalog at {database}. {REMEDY}")
        # The name is part of each table's key in the database: with another one the catalog looks empty.
        catalog = SqlCatalog("floorwalker", uri=f"sqlite:///{database}", warehouse=f"file://{home}/warehouse")
        return cls(home, catalog)

    def scan(self, table: str, columns: list[str], where: BooleanExpression | None = None) -> pa.Table:
        """The `columns` of the rows of `cx.<table>` that fit `where`. Raises NothingToRead without such a table."""
        try:
            source = self.catalog.load_table(f"cx.{table}")
        except NoSuchTableError:
            raise NothingToRead(f"No table cx.{table} in {self._directory}. {REMEDY}") from None
        return source.scan(row_filter=where or AlwaysTrue(), selected_fields=tuple(columns)).to_arrow()


def query(sql: str, views: tuple[str, ...] = (), **tables: pa.Table) -> pa.Table:
    """What a DuckDB query says about Arrow tables, named by their arguments, and views of sql/views."""
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        for name, table in tables.items():
            connection.register(name, table)
        for view in views:
            connection.execute((VIEWS / f"{view}.sql").read_text(encoding="utf-8"))
        # By way of Arrow: DuckDB's own rows need pytz for a time with zone.
        return connection.sql(sql).to_arrow_table()
