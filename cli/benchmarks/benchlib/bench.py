"""What the rows share: tools, databases, folders, how often and how much."""

import os
import re
import shutil
import time
from pathlib import Path

import process
import projects
from databases import Postgres, Sqlite
from measure import Contestant
from tools import SHORT_RUN, Alembic, Flyway, Liquibase, Mdb, Raw, RawConfirming

QUICK_SIZES = {1: 1, 100: 10, 1_000: 20, 10_000: 60}
ARCHIVE_WAIT_SECONDS = 300
# Of each module that was built, in its folder.
CLASS_PATH = "target/compare.classpath"
# Would change what the commands do.
DROPPED = ("MDB_", "PYTHON", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "FLYWAY_", "LIQUIBASE_")


class Bench:
    def __init__(self, root, folder, java, options):
        self.root = root
        self.folder = folder
        self.quick = options.quick
        self.light = options.repeat or (2 if options.quick else 11)
        self.heavy = options.repeat or (1 if options.quick else 5)
        self._java = java
        self._benchmarks = root / "engine" / "benchmarks"
        self._library = next(root.glob("cli/target/mdb-*/lib/command.classpath")).parent
        self._drivers = ":".join(str(jar) for name in ("sqlite-jdbc", "postgresql") for jar in self._library.glob(f"{name}-*.jar"))
        self.environment = self._environment()
        self._make_tools()
        self.sqlite = Sqlite()
        self.postgres = Postgres(root, folder / "server", self.java_main)

    def mask(self, text):
        """The text without the folders of this machine and without addresses of servers, which may hold a password."""
        for place, name in ((self.folder, "TMP"), (self.root, "."), (Path.home(), "~")):
            text = text.replace(str(place), name)
        return re.sub(r"postgresql://\S+", "postgresql://…", text)

    def close(self):
        self.postgres.stop()

    def _environment(self):
        """That of the user, without settings of the tools; caches are private, nobody is phoned."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(DROPPED)}
        own = {
            "LC_ALL": "C.UTF-8",
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "MDB_CACHE": str(self.folder / "cache" / "scripts"),
            "REDGATE_DISABLE_TELEMETRY": "true",
            "LIQUIBASE_ANALYTICS_ENABLED": "false",
        }
        return {**kept, **own}

    def _make_tools(self):
        peers = self.root / "cli" / "benchmarks" / "peers"
        self.mdb = Mdb(self.root, self.environment)
        self.alembic = Alembic(self.folder)
        self.flyway = Flyway(peers, self._java, self._drivers, self.folder)
        self.liquibase = Liquibase(peers, self._java, self._drivers, self.folder)
        self.raw = Raw(self.java_main)
        self.raw_confirming = RawConfirming(self.java_main)

    def java_main(self, name):
        """The command of a main class of the baseline."""
        path = f"{self._benchmarks / 'target' / 'classes'}:{self._drivers}:{self._slf4j()}"
        return [self._java, *SHORT_RUN, "-cp", path, f"dev.mdb.baseline.{name}"]

    def jmh(self, arguments):
        """Runs JMH on the engine's benchmarks."""
        path = f"{self._benchmarks / 'target' / 'classes'}:{(self._benchmarks / CLASS_PATH).read_text().strip()}"
        self.run([self._java, "-cp", path, "org.openjdk.jmh.Main", *arguments], self.folder)

    def _slf4j(self):
        """SQLite's driver wants it."""
        return ":".join(str(jar) for jar in self._library.glob("slf4j-*.jar"))

    @property
    def peers(self):
        return [self.alembic, self.flyway, self.liquibase]

    def size(self, full):
        return QUICK_SIZES[full] if self.quick else full

    def run(self, command, folder, **more):
        """Unmeasured."""
        return process.must(command, folder, {**self.environment, **more})

    def archive(self):
        """Has mdb make its class-data archives, as the first commands of a user do, and waits for them. Why not, or empty."""
        folder = self.folder / "archives"
        self.mdb.write(folder, projects.tables(3), self.sqlite)
        end = time.monotonic() + ARCHIVE_WAIT_SECONDS
        while time.monotonic() < end:
            self.run(self.mdb.command("verify", "--offline"), folder, MDB_CACHE=str(folder / "scripts"))
            shutil.rmtree(folder / "scripts")
            if self._archived():
                return ""
            time.sleep(3)
        return f"mdb made no class-data archives within {ARCHIVE_WAIT_SECONDS} s: it was measured without"

    def _archived(self):
        files = [file for file in (self.folder / "cache").rglob("*") if file.is_file()]
        made = {file.stem for file in files if file.suffix in (".jsa", ".aot")}
        return made >= {"command", "compiler"} and not any(file.name == "making" for file in files)

    def project(self, tool, name, work, database):
        """Writes a project; its folder."""
        folder = self.folder / f"{name}-{type(tool).__name__}-{work.revisions}"
        tool.write(folder, work, database)
        return folder

    def contestant(self, tool, folder, command, name=None, environment=None, **calls):
        """`command` is a whole one of the tool; what is told of it begins behind the program or the main class."""
        environment = {**self.environment, **(environment or {})}
        return Contestant(name or tool.name, _shown(tool, command), command, folder, environment, **calls)

    def verify(self, tool, folder, database, work, more_columns=0):
        """Fails when the database does not hold what the work makes."""
        question, expected = tool.applied(work)
        found = database.ask(folder, question, database.count_tables, database.count_columns)
        wanted = [expected, str(work.tables), str(work.columns + more_columns)]
        if found != wanted:
            raise process.Broken(f"applied, tables and columns are {found}, and should be {wanted}")


def _shown(tool, command):
    words = [re.sub(r"jdbc:postgresql:.*", "jdbc:postgresql:…", str(word)) for word in command]
    if "-cp" in words:
        at = words.index("-cp")
        options = " ".join(words[1:at])
        start = tool.shown.replace("java ", f"java {options} ", 1) if options else tool.shown
        return " ".join([start, *words[at + 3 :]])
    return " ".join([tool.shown, *words[1:]])


def remove(folder: Path):
    shutil.rmtree(folder, ignore_errors=True)
