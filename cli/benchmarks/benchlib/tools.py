"""The tools: what they are called, which version runs, how a project for them is written and upgraded.

Each has `name`, `version`, `missing` (why it cannot run, or empty), `shown` (its command, without the paths of this machine),
`write(folder, work, database)`, `upgrade(database)` and `applied(work)`: a question for the database and its right answer.
"""

import shutil
import subprocess
from pathlib import Path

import projects

# As mdb's launcher starts Java: a short run is faster so.
SHORT_RUN = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]


class Mdb:
    name = "mdb"
    shown = "mdb"
    missing = ""

    def __init__(self, root, environment):
        self._launcher = root / "mdb"
        said = subprocess.run([self._launcher, "--version"], env=environment, capture_output=True, text=True, check=True)
        self.version = said.stdout.split()[-1]

    def command(self, *arguments):
        return [self._launcher, *arguments]

    def write(self, folder, work, database):
        work.mdb(folder, database.mdb_url)

    def upgrade(self, _database):
        return self.command("upgrade", "head")

    def applied(self, work):
        return "SELECT min(n) FROM (SELECT count(*) AS n FROM mdb_version UNION ALL SELECT count(*) FROM mdb_version_log) counts", str(work.revisions)


class Alembic:
    """Debian's package, with the configuration and the env.py of `alembic init`."""

    name = "Alembic"
    shown = "alembic"

    def __init__(self, folder):
        self._program = shutil.which("alembic")
        self._template = folder / "alembic-init"
        self.version = ""
        self.missing = "" if self._program else "there is no alembic on the PATH, and it could not be installed"
        if not self.missing:
            self._init()

    def _init(self):
        self.version = subprocess.run([self._program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
        self._template.mkdir()
        subprocess.run([self._program, "init", "alembic"], cwd=self._template, capture_output=True, check=True)

    def command(self, *arguments):
        return [self._program, *arguments]

    def write(self, folder, work, database):
        shutil.copytree(self._template, folder, ignore=shutil.ignore_patterns("__pycache__"))
        ini = folder / "alembic.ini"
        lines = ini.read_text().splitlines()
        ini.write_text("\n".join(self._line(line, database.alembic_url) for line in lines) + "\n")
        work.alembic(folder)

    @staticmethod
    def _line(line, url):
        return "sqlalchemy.url = " + url.replace("%", "%%") if line.startswith("sqlalchemy.url") else line

    def upgrade(self, _database):
        return self.command("upgrade", "head")

    def applied(self, work):
        return "SELECT version_num FROM alembic_version", projects.revision_id(work.revisions)


class _JavaPeer:
    """A tool of Maven artifacts, with mdb's drivers; the JVM has its defaults, as in the tool's own launcher."""

    def __init__(self, pom, main, marker, java, drivers, folder):
        self._main = main
        self._java = java
        self.shown = f"java -cp … {main}"
        self.missing, path = _resolve(pom, folder / f"{self.name}.classpath")
        self._path = f"{path}:{drivers}"
        self.version = next((Path(jar).stem[len(marker) :] for jar in path.split(":") if Path(jar).name.startswith(marker)), "")

    def command(self, *arguments):
        return [self._java, "-cp", self._path, self._main, *arguments]


def _resolve(pom, output):
    """Why not, and the class path."""
    goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath"
    said = subprocess.run(
        ["mvn", "-B", "-ntp", "-q", "-f", pom, goal, f"-Dmdep.outputFile={output}"], capture_output=True, text=True, check=False
    )
    if said.returncode != 0:
        first = next((line for line in said.stdout.splitlines() if "[ERROR]" in line), "no reason was given")
        return f"Maven could not get it: {first[:300]}", ""
    return "", output.read_text().strip()


class Flyway(_JavaPeer):
    name = "Flyway"

    def __init__(self, peers, java, drivers, folder):
        super().__init__(peers / "flyway" / "pom.xml", "org.flywaydb.commandline.Main", "flyway-core-", java, drivers, folder)

    def write(self, folder, work, _database):
        projects.flyway(folder, work.texts)

    def upgrade(self, database):
        return self.command("-skipCheckForUpdate", f"-url={database.jdbc_url}", "-locations=filesystem:sql", "migrate")

    def applied(self, work):
        return "SELECT count(*) FROM flyway_schema_history WHERE success AND version IS NOT NULL", str(work.revisions)


class Liquibase(_JavaPeer):
    name = "Liquibase"

    def __init__(self, peers, java, drivers, folder):
        main = "liquibase.integration.commandline.LiquibaseCommandLine"
        super().__init__(peers / "liquibase" / "pom.xml", main, "liquibase-core-", java, drivers, folder)

    def write(self, folder, work, _database):
        projects.liquibase(folder, work.texts)

    def upgrade(self, database):
        return self.command("--search-path=.", "--changelog-file=changelog.xml", f"--url={database.jdbc_url}", "update")

    def applied(self, work):
        return "SELECT count(*) FROM databasechangelog", str(work.revisions)


class Raw:
    """The same statements and rows straight through JDBC: engine/benchmarks, dev.mdb.baseline."""

    name = "raw JDBC"
    shown = "java -cp … dev.mdb.baseline.RawRun"
    version = ""
    missing = ""
    confirms = ()

    def __init__(self, java_main):
        self._java_main = java_main

    def write(self, folder, work, _database):
        projects.raw(folder, work.texts)

    def upgrade(self, database):
        return [*self._java_main("RawRun"), database.jdbc_url, "sql", *self.confirms]

    applied = Mdb.applied


class RawConfirming(Raw):
    """Asks for its lock before each revision and before each record, as mdb does."""

    name = "raw JDBC, lock confirmed as by mdb"
    confirms = ("confirm",)
