"""Plans of large graphs: the JMH benchmarks of engine/benchmarks."""

import json

from measure import Series
from report import Claim, Report

SHAPES = ("line", "team")


def plan(bench):
    """Cold is the first call of a process, as a command makes it; warm is what the call takes once it is compiled."""
    sizes = [1_000, 5_000] if bench.quick else [1_000, 10_000, 100_000]
    largest = sizes[-1]
    report = Report(f"load a graph and plan all of it, up to {largest:,} revisions (JMH, without reading scripts)")
    warm = _measure(bench, sizes, "-f 1 -wi 1 -i 1" if bench.quick else "-f 1")
    cold = _measure(bench, sizes, f"-bm ss -wi 0 -i 1 -f {1 if bench.quick else 5}")
    for name, found in (("warm", warm), ("cold", cold)):
        for shape, seconds in found.items():
            report.series.append(Series(f"{shape}, {name}", "org.openjdk.jmh.Main loadAndUpgradeAll", seconds))
    for shape in SHAPES:
        report.claims.append(_first(cold, f"{shape}-{largest}", largest))
        report.claims.append(_growth(warm, shape, sizes[0], largest))
    report.notes.append(
        "line: one line; team: every revision follows one of the latest 40, with 20 % merges and 5 % dependencies; cold: the first plan of a"
        " process, which has loaded the graph once. Near-linear is taken as: the time for each revision at most doubles"
    )
    return report


def _first(cold, shape, size):
    seconds = Series(shape, "", cold[shape]).median
    return Claim(f"first plan of a process, {shape.partition('-')[0]} of {size:,}", seconds, "s", 1.0, below=True)


def _growth(warm, shape, smallest, largest):
    small, large = (Series(shape, "", warm[f"{shape}-{size}"]).median / size for size in (smallest, largest))
    return Claim(f"time for each revision, {shape} of {largest:,} / {smallest:,}", large / small, "×", 2.0)


def _measure(bench, sizes, arguments):
    """Seconds of each measurement, by the shape."""
    output = bench.folder / "jmh.json"
    shapes = ",".join(f"{shape}-{size}" for shape in SHAPES for size in sizes)
    bench.jmh(["GraphBenchmark.loadAndUpgradeAll", "-p", f"shape={shapes}", *arguments.split(), "-rf", "json", "-rff", output])
    found = json.loads(output.read_text())
    return {each["params"]["shape"]: _seconds(each["primaryMetric"]) for each in found}


def _seconds(metric):
    """The benchmarks are in milliseconds."""
    assert metric["scoreUnit"].startswith("ms/"), metric["scoreUnit"]
    return [value / 1_000 for fork in metric["rawData"] for value in fork]
