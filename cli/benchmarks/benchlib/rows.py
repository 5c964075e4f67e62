"""The rows of the target table, each a function that measures and reports."""

import re
import shutil

import process
import projects
from bench import remove
from measure import alternate
from plan import plan
from report import Claim, Report


def heads(bench):
    """All sizes take turns in one run, so that they can be compared with each other."""
    report = Report("`heads`, warm: one line of revisions")
    small, middle, large = (bench.size(n) for n in (1, 1_000, 10_000))
    contestants = []
    for size in (small, middle, large):
        work = projects.tables(size)
        for tool in (bench.mdb, bench.alembic):
            contestants += _heads(bench, tool, "heads", work, f"{tool.name}, {size:,}")
    contestants += _heads(bench, bench.mdb, "heads", projects.tables(middle), f"mdb, {middle:,} compiled", compiled=True)
    series = alternate(contestants, bench.light)
    report.series = list(series.values())
    report.ratio(series, f"mdb, {small:,}", f"Alembic, {small:,}")
    report.ratio(series, f"mdb, {middle:,}", f"Alembic, {middle:,}", 0.33)
    report.ratio(series, f"mdb, {middle:,} compiled", f"Alembic, {middle:,}", 0.33)
    report.ratio(series, f"mdb, {large:,}", f"Alembic, {large:,}")
    report.ratio(series, f"mdb, {large:,}", f"mdb, {middle:,}", 2.5)
    report.notes.append("warm: headers in mdb's store, byte code of Alembic's scripts cached; compiled: the store holds their classes as well")
    return report


def _heads(bench, tool, row, work, name, compiled=False):
    if tool.missing:
        return []
    folder = bench.project(tool, f"{row}-compiled" if compiled else row, work, bench.sqlite)
    if compiled:
        bench.run(tool.command("verify", "--offline"), folder)
    return [bench.contestant(tool, folder, tool.command("heads"), name, check=_says(projects.revision_id(work.revisions)))]


def _says(word):
    def check(outcome):
        if word not in outcome.out:
            raise process.Broken(f"'{word}' is not in what it said: {outcome.out.strip()[:300]}")

    return check


def memory(bench):
    size = bench.size(1_000)
    report = Report(f"peak memory of `heads`, warm, {size:,} revisions")
    contestants = []
    for tool in (bench.mdb, bench.alembic):
        contestants += _heads(bench, tool, "memory", projects.tables(size), tool.name)
    contestants += _heads(bench, bench.mdb, "memory", projects.tables(size), "mdb, compiled", compiled=True)
    series = alternate(contestants, bench.heavy)
    report.series = list(series.values())
    for name in ("mdb", "mdb, compiled"):
        report.claims.append(Claim(f"resident memory of {name}", max(series[name].peaks), "MB", 100))
    report.notes.append("the largest of all repetitions, as the kernel tells when the process has ended")
    return report


def nothing(bench):
    work = projects.tables(bench.size(100))
    report = Report(f"`upgrade head` with nothing to do, SQLite, {work.revisions} revisions")
    contestants = []
    for tool in (bench.mdb, *bench.peers):
        if not tool.missing:
            folder = bench.project(tool, "nothing", work, bench.sqlite)
            bench.run(tool.upgrade(bench.sqlite), folder)
            contestants.append(_verified(bench, tool, folder, bench.sqlite, work))
    series = alternate(contestants, bench.light)
    report.series = list(series.values())
    report.ratio(series, "mdb", "Alembic", 0.4)
    report.ratio(series, "mdb", "Flyway")
    report.ratio(series, "mdb", "Liquibase")
    return report


def _verified(bench, tool, folder, database, work, **calls):
    def check(_outcome):
        bench.verify(tool, folder, database, work)

    return bench.contestant(tool, folder, tool.upgrade(database), check=check, **calls)


def current(bench):
    """Both look at one database that is at their head: the tables are mdb's, Alembic is told so by a stamp."""
    work = projects.tables(bench.size(100))
    report = Report(f"`current`, PostgreSQL, {work.revisions} revisions applied")
    bench.postgres.fresh(None)
    head = projects.revision_id(work.revisions)
    contestants = []
    for tool, arrive in ((bench.mdb, "upgrade"), (bench.alembic, "stamp")):
        if not tool.missing:
            folder = bench.project(tool, "current", work, bench.postgres)
            bench.run(tool.command(arrive, "head"), folder)
            contestants.append(bench.contestant(tool, folder, tool.command("current"), check=_says(f"{head} (head)")))
    series = alternate(contestants, bench.light)
    report.series = list(series.values())
    report.ratio(series, "mdb", "Alembic", 0.6)
    return report


def edit(bench):
    """The last of the scripts is edited; the database is at the one before."""
    work = projects.tables(bench.size(100))
    report = Report(f"one edited script of {work.revisions}, the others compiled: compile it and upgrade, SQLite")
    contestants = [_edited(bench, bench.mdb, work, projects.mdb_table, 'varchar("extra_{}", 50).nullable()')]
    if not bench.alembic.missing:
        column = 'sa.Column("extra_{}", sa.String(50), nullable=True),'
        contestants.append(_edited(bench, bench.alembic, work, projects.alembic_table, column))
    series = alternate(contestants, bench.light)
    report.series = list(series.values())
    report.claims.append(Claim("mdb", series["mdb"].median, "s", 1.3))
    report.ratio(series, "mdb", "Alembic")
    return report


def _edited(bench, tool, work, write, column):
    folder = bench.project(tool, "edit", work, bench.sqlite)
    bench.run(tool.command("upgrade", projects.revision_id(work.revisions - 1)), folder)
    before = (folder / "bench.db").rename(folder / "before.db")
    edits = iter(range(1_000_000))

    def prepare():
        bench.sqlite.fresh(folder)
        shutil.copy(before, folder / "bench.db")
        write(folder, work.revisions, column.format(next(edits)))

    def check(_outcome):
        bench.verify(tool, folder, bench.sqlite, work, more_columns=1)

    return bench.contestant(tool, folder, tool.upgrade(bench.sqlite), prepare=prepare, check=check)


def first_compile(bench):
    """Nothing is known of the scripts; the class-data archives are there."""
    report = Report("first compile of 1 / 100 / 1,000 scripts of 20 lines (`verify --offline`, no store)")
    targets = {bench.size(size): limit for size, limit in ((1, 1.3), (100, 3.5), (1_000, 8.0))}
    contestants = [_fresh_compile(bench, size) for size in targets]
    series = alternate(contestants, bench.heavy)
    report.series = list(series.values())
    for contestant, (size, limit) in zip(contestants, targets.items()):
        report.claims.append(Claim(contestant.name, series[contestant.name].median, "s", limit))
        _worker_memory(report, contestant, f"{size:,}")
    return report


def _fresh_compile(bench, size):
    folder = bench.project(bench.mdb, "compile", projects.tables(size), bench.sqlite)
    store = bench.folder / f"compile-store-{size}"
    return bench.contestant(
        bench.mdb,
        folder,
        bench.mdb.command("verify", "--offline"),
        f"mdb, {size:,}",
        {"MDB_CACHE": str(store)},
        prepare=lambda: remove(store),
        check=_says("1 revision, sound" if size == 1 else f"{size} revisions, all sound"),
    )


def _worker_memory(report, contestant, size):
    """In a run of its own, which is not measured: to look at processes takes time."""
    watch = process.ChildWatch("CompilerWorker")
    contestant.prepare()
    process.must(contestant.command, contestant.folder, contestant.environment, watch.start)
    watch.stop()
    heap = re.search(r"-Xmx(\d+)([gm])", watch.command)
    if not heap:
        report.notes.append(f"{size}: the compiler's process was not seen, or has no bound for its heap")
        return
    bound = int(heap.group(1)) * (1024 if heap.group(2) == "g" else 1)
    report.claims.append(Claim(f"bound of the compiler's heap, {size}", bound, "MB", 1024))
    report.claims.append(Claim(f"peak of resident memory of the compiler's process, {size}", watch.peak, "MB"))


def clone(bench):
    size = bench.size(1_000)
    report = Report(f"`heads` on a fresh clone of {size:,} scripts: nothing compiled, no store, no byte code")
    work = projects.tables(size)
    check = _says(projects.revision_id(size))
    store = bench.folder / "clone-store"
    folder = bench.project(bench.mdb, "clone", work, bench.sqlite)
    contestants = [
        bench.contestant(
            bench.mdb,
            folder,
            bench.mdb.command("heads"),
            environment={"MDB_CACHE": str(store)},
            prepare=lambda: remove(store),
            check=check,
        )
    ]
    if not bench.alembic.missing:
        plain = bench.project(bench.alembic, "clone", work, bench.sqlite)
        contestants.append(
            bench.contestant(
                bench.alembic,
                plain,
                bench.alembic.command("heads"),
                environment={"PYTHONDONTWRITEBYTECODE": "1"},
                prepare=lambda: [remove(each) for each in plain.rglob("__pycache__")],
                check=check,
            )
        )
    series = alternate(contestants, bench.light)
    report.series = list(series.values())
    report.ratio(series, "mdb", "Alembic", 0.3)
    report.notes.append("Alembic runs with PYTHONDONTWRITEBYTECODE=1 and without __pycache__ among the scripts; its own byte code is Debian's")
    return report


def _runs(bench, database, work, title, limit):
    report = Report(title)
    tools = [bench.mdb, bench.raw, *bench.peers]
    if database is bench.postgres:
        tools.insert(2, bench.raw_confirming)
    contestants = [_run(bench, tool, database, work) for tool in tools if not tool.missing]
    series = alternate(contestants, bench.heavy)
    report.series = list(series.values())
    report.ratio(series, "mdb", bench.raw.name, limit)
    report.ratio(series, "mdb", bench.raw_confirming.name)
    for tool in bench.peers:
        report.ratio(series, "mdb", tool.name, 1.0 if limit else None, below=True)
    report.notes.append(
        "raw JDBC: whole process, the same statements, the row of the revision and that of the log, a commit for each revision, a lock"
        " taken once; no class-data archive of its own. Alembic as `alembic init` leaves it: on PostgreSQL one transaction for the whole run"
    )
    return report


def _run(bench, tool, database, work):
    folder = bench.project(tool, f"run-{database.kind}", work, database)
    if tool is bench.mdb:
        bench.run(tool.command("verify", "--offline"), folder)
    return _verified(bench, tool, folder, database, work, prepare=lambda: database.fresh(folder))


def _tables(bench, database):
    work = projects.tables(bench.size(1_000))
    return _runs(bench, database, work, f"{work.revisions:,} one-table revisions, scripts compiled, {database.kind}", 1.3)


def _operations(bench, database):
    work = projects.operations(1_000)
    return _runs(bench, database, work, f"one revision of 1,000 operations, script compiled, {database.kind}", None)


def run_sqlite(bench):
    return _tables(bench, bench.sqlite)


def run_postgresql(bench):
    return _tables(bench, bench.postgres)


def operations_sqlite(bench):
    return _operations(bench, bench.sqlite)


def operations_postgresql(bench):
    return _operations(bench, bench.postgres)


ROWS = {
    "heads": heads,
    "memory": memory,
    "nothing": nothing,
    "current": current,
    "edit": edit,
    "compile": first_compile,
    "clone": clone,
    "run-sqlite": run_sqlite,
    "run-postgresql": run_postgresql,
    "operations-sqlite": operations_sqlite,
    "operations-postgresql": operations_postgresql,
    "plan": plan,
}

# Where a server is wanted.
ON_POSTGRESQL = {"current", "run-postgresql", "operations-postgresql"}
