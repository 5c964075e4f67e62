"""The Markdown of a run."""

UNITS = {"×": "{:.2f} ×", "s": "{:.2f} s", "MB": "{:.0f} MB"}


def markdown(facts, versions, missing, reports, options):
    parts = [
        "# mdb beside its peers\n",
        "Written by `cli/benchmarks/compare`; do not edit. Whole commands, started from outside, taking turns repetition by repetition;"
        " medians, ratios of medians. After each repetition the database, or the answer, is checked: all did the same work.\n",
        "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts + versions)]) + "\n",
        "## Targets\n",
        _targets(reports),
    ]
    if missing:
        parts += ["## Not run\n", "\n".join(f"- {name}: {why}" for name, why in missing) + "\n"]
    parts.append("## Each row\n")
    parts += [_details(report) for report in reports]
    parts.append(f"Options: `{options or 'none'}`.")
    return "\n".join(parts) + "\n"


def _targets(reports):
    lines = ["| work | figure | found | target | met |", "|---|---|---|---|---|"]
    for report in reports:
        if report.failed:
            lines.append(f"| {report.title} | | | | **could not run**, see below |")
        lines += [_claim(report, claim) for claim in report.claims]
    return "\n".join(lines) + "\n"


def _claim(report, claim):
    target = "" if claim.limit is None else ("< " if claim.below else "≤ ") + UNITS[claim.unit].format(claim.limit)
    met = {None: "", True: "yes", False: "**no**"}[claim.met]
    return f"| {report.title} | {claim.what} | {UNITS[claim.unit].format(claim.value)} | {target} | {met} |"


def _details(report):
    lines = [f"### {report.title}\n"]
    if report.failed:
        lines += ["Could not run:\n", "```", report.failed, "```\n"]
    if report.series:
        lines += ["| | median | min–max | runs | peak memory | command |", "|---|---|---|---|---|---|"]
        lines += [_series(each) for each in report.series]
        lines.append("")
    lines += [f"{note[0].upper()}{note[1:]}." for note in report.notes]
    lines.append(f"Load of the machine before: {report.load:.2f}.\n")
    return "\n".join(lines)


def _series(series):
    peak = f"{series.peak:.0f} MB" if series.peaks else ""
    spread = f"{_time(min(series.seconds))}–{_time(max(series.seconds))}"
    return f"| {series.name} | {_time(series.median)} | {spread} | {len(series.seconds)} | {peak} | `{series.shown}` |"


def _time(seconds):
    return f"{seconds * 1_000:,.0f} ms" if seconds < 10 else f"{seconds:,.1f} s"
