"""The databases that commands run on: a fresh one for each repetition."""

import os
import sqlite3
import subprocess
from urllib.parse import urlsplit

from process import Broken


class Sqlite:
    """A file in the folder of the project."""

    kind = "SQLite"
    mdb_url = "sqlite:bench.db"
    jdbc_url = "jdbc:sqlite:bench.db"
    alembic_url = "sqlite:///bench.db"
    count_tables = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name GLOB 't_[0-9]*'"
    count_columns = (
        "SELECT count(*) FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name GLOB 't_[0-9]*'"
    )

    def fresh(self, folder):
        for file in folder.glob("bench.db*"):
            file.unlink()

    def ask(self, folder, *questions):
        """The first value of each answer, as text."""
        connection = sqlite3.connect(folder / "bench.db")
        try:
            return [str(connection.execute(question).fetchone()[0]) for question in questions]
        except sqlite3.Error as e:
            raise Broken(f"the database does not hold what it should: {e}") from e
        finally:
            connection.close()

    def describe(self):
        return f"SQLite: a file for each project, journal and durability as the tools leave them (SQLite {sqlite3.sqlite_version} checks them)"


class Postgres:
    """A database of one server; the server is that of the examples, or the one at MDB_TEST_POSTGRES_URL."""

    kind = "PostgreSQL"
    NAME = "mdb_compare"
    OWN = "MDB_TEST_POSTGRES_URL"
    count_tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename ~ '^t_[0-9]'"
    count_columns = "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public' AND table_name ~ '^t_[0-9]'"

    def __init__(self, root, folder, java_main):
        """`java_main` gives the command of a main class of the baseline."""
        self._servers = [root / "examples" / "servers", folder]
        self._java_main = java_main
        self._started = False
        self._admin = ""

    def start(self):
        url = os.environ.get(self.OWN) or self._start()
        parts = urlsplit(url)
        login = f"{parts.username}:{parts.password}@" if parts.password else f"{parts.username}@"
        place = f"{parts.hostname}:{parts.port or 5432}"
        self.mdb_url = self.alembic_url = f"postgresql://{login}{place}/{self.NAME}"
        query = f"?user={parts.username}" + (f"&password={parts.password}" if parts.password else "")
        self.jdbc_url = f"jdbc:postgresql://{place}/{self.NAME}{query}"
        self._admin = f"jdbc:postgresql://{place}{parts.path}{query}"

    def _start(self):
        said = subprocess.run([*self._servers, "up", "bench=postgresql"], stdout=subprocess.PIPE, text=True, check=False)
        if said.returncode != 0:
            raise Broken("no PostgreSQL could be started (the reason is above); MDB_TEST_POSTGRES_URL may name one")
        self._started = True
        return said.stdout.partition("=")[2].strip()

    def stop(self):
        try:
            if self._admin:
                self._ask(self._admin, f"DROP DATABASE IF EXISTS {self.NAME} WITH (FORCE)")
        finally:
            if self._started:
                subprocess.run([*self._servers, "down"], check=True)

    def fresh(self, _folder):
        self._ask(self._admin, f"DROP DATABASE IF EXISTS {self.NAME} WITH (FORCE)", f"CREATE DATABASE {self.NAME}")

    def ask(self, _folder, *questions):
        return self._ask(self.jdbc_url, *questions)

    def _ask(self, url, *questions):
        said = subprocess.run([*self._java_main("Ask"), url, *questions], capture_output=True, text=True, check=False)
        if said.returncode != 0:
            raise Broken(f"the server refused: {said.stderr.strip()[:1000]}")
        return said.stdout.splitlines()

    def describe(self):
        names = ["server_version", "fsync", "synchronous_commit"]
        values = self._ask(self._admin, *(f"SHOW {name}" for name in names))
        return "PostgreSQL " + values[0] + ", " + ", ".join(f"{n} {v}" for n, v in zip(names[1:], values[1:]))
