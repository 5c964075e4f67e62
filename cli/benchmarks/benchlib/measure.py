"""Contestants take turns: what slows the machine down for a while slows all of them down."""

import statistics
from dataclasses import dataclass, field
from typing import Callable, Mapping

import process


def _nothing(*_):
    pass


@dataclass(frozen=True)
class Contestant:
    """A command in a folder.

    `prepare` is called before each repetition, unmeasured; `check` after it, with the outcome: it raises Broken when other work
    was done than should have been. `shown` is the command without the paths of this machine.
    """

    name: str
    shown: str
    command: list
    folder: object
    environment: Mapping
    prepare: Callable = _nothing
    check: Callable = _nothing


@dataclass
class Series:
    """What a contestant took: seconds, and peak memory in MB."""

    name: str
    shown: str
    seconds: list = field(default_factory=list)
    peaks: list = field(default_factory=list)

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def peak(self):
        return statistics.median(self.peaks)


def alternate(contestants, repeat, warmups=1):
    """The series of each contestant by its name. The first of each round is another one each time."""
    series = {each.name: Series(each.name, each.shown) for each in contestants}
    for number in range(-warmups, repeat):
        start = number % len(contestants)
        for each in contestants[start:] + contestants[:start]:
            outcome = _one(each)
            if number >= 0:
                series[each.name].seconds.append(outcome.seconds)
                series[each.name].peaks.append(outcome.peak)
    return series


def _one(contestant):
    contestant.prepare()
    try:
        outcome = process.must(contestant.command, contestant.folder, contestant.environment)
        contestant.check(outcome)
        return outcome
    except process.Broken as e:
        raise process.Broken(f"{contestant.name}: {e}") from e
