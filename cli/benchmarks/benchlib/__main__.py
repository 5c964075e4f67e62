"""Started by `compare`: parses the options, builds, measures row by row, writes the result."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

import machine
import results
from bench import CLASS_PATH, Bench, remove
from process import Broken
from report import Report
from rows import ON_POSTGRESQL, ROWS

BENCHMARKS = Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent.parent


def options():
    parser = argparse.ArgumentParser(prog="compare", description="Measures mdb beside Alembic, Flyway and Liquibase.")
    parser.add_argument("--only", metavar="ROW", action="append", choices=list(ROWS), help="this row alone; may be given again: " + ", ".join(ROWS))
    parser.add_argument("--repeat", metavar="N", type=_positive, help="repetitions of each command (default: 11, of long ones 5)")
    parser.add_argument("--quick", action="store_true", help="tiny projects, to see whether everything works; measures nothing")
    parser.add_argument("--no-build", action="store_true", help="measure what was built before")
    parser.add_argument("--keep", action="store_true", help="leave the projects behind, and say where")
    parser.add_argument("--out", metavar="FILE", type=Path, help="where to write (default: RESULTS.md, for some rows or --quick only the terminal)")
    return parser.parse_args()


def _positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def say(text):
    print(f"compare: {text}", file=sys.stderr, flush=True)


def java():
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", "java") if home else shutil.which("java")


def build():
    """What is measured is this checkout, as it is now."""
    say("building mdb and the baseline…")
    command = ["mvn", "-B", "-ntp", "-q", "-Pbenchmarks", "-pl", "cli,engine/benchmarks", "-am", "-DskipTests", "package"]
    command += ["dependency:build-classpath", f"-Dmdep.outputFile={CLASS_PATH}"]
    if subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False).returncode != 0:
        sys.exit("compare: the build failed, see above")


def measure(bench, names):
    reports = []
    for name in names:
        say(f"{name}…")
        load = os.getloadavg()[0]
        try:
            report = ROWS[name](bench)
        except (Broken, OSError, subprocess.CalledProcessError) as e:
            traceback.print_exc()
            report = Report(name, failed=bench.mask(str(e)))
        report.load = load
        for claim in report.claims:
            say(f"  {claim.what}: {claim.value:.3g} {claim.unit}{'' if claim.met is None else ', met' if claim.met else ', NOT met'}")
        reports.append(report)
    return reports


def compare(chosen, folder):
    """The text of the result, and whether every row ran."""
    names = [name for name in ROWS if not chosen.only or name in chosen.only]
    facts = machine.facts(java(), str(folder))
    if not chosen.no_build:
        build()
    bench = Bench(ROOT, folder, java(), chosen)
    try:
        return _compare(bench, names, facts)
    finally:
        bench.close()


def _compare(bench, names, facts):
    missing = [(tool.name, tool.missing) for tool in bench.peers if tool.missing]
    versions = [(tool.name, tool.version) for tool in (bench.mdb, *bench.peers) if not tool.missing]
    say("waiting for mdb's class-data archives…")
    without = bench.archive()
    if without:
        missing.append(("class-data archives", without))
    if ON_POSTGRESQL & set(names):
        names = _with_server(bench, names, versions, missing)
    versions.append(("SQLite", bench.sqlite.describe()))
    reports = measure(bench, names)
    text = results.markdown(facts, versions, missing, reports, _shown(sys.argv[1:]))
    return text, not missing and not any(report.failed for report in reports)


def _shown(arguments):
    """Without the place of the result, which is a path of this machine."""
    at = arguments.index("--out") if "--out" in arguments else len(arguments)
    return " ".join(arguments[:at] + arguments[at + 2 :])


def _with_server(bench, names, versions, missing):
    """The rows that can run."""
    try:
        bench.postgres.start()
        versions.append(("PostgreSQL", bench.postgres.describe()))
        return names
    except Broken as e:
        missing.append(("PostgreSQL", str(e)))
        return [name for name in names if name not in ON_POSTGRESQL]


def main():
    chosen = options()
    folder = Path(tempfile.mkdtemp(prefix="mdb-compare-"))
    try:
        text, complete = compare(chosen, folder)
    finally:
        if chosen.keep:
            say(f"the projects are in {folder}")
        else:
            remove(folder)
    out = chosen.out or (None if chosen.only or chosen.quick else BENCHMARKS / "RESULTS.md")
    if out:
        out.write_text(text, encoding="utf-8")
        say(f"written: {out}")
    else:
        print(text)
    sys.exit(0 if complete else 1)


main()
