"""Runs commands, and says what they took."""

import os
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path


class Broken(Exception):
    """A command failed, or did other work than it should have."""


@dataclass(frozen=True)
class Outcome:
    """What a process left: wall-clock seconds, peak of resident memory in MB (also of its children that it waited for)."""

    seconds: float
    peak: float
    status: int
    out: str
    err: str


def run(command, folder, environment, during=None):
    """Runs a whole command. `during`, when given, is called with its process id as soon as it runs."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(each) for each in command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
        if during:
            during(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        return Outcome(seconds, usage.ru_maxrss / 1024, process.returncode, _text(out), _text(err))


def must(command, folder, environment, during=None):
    """Runs a command that has to end with status 0."""
    outcome = run(command, folder, environment, during)
    if outcome.status != 0:
        said = (outcome.err + outcome.out).strip()[-2000:]
        raise Broken(f"{Path(str(command[0])).name} ended with status {outcome.status}:\n{said}")
    return outcome


def _text(file):
    file.seek(0)
    return file.read().decode("utf-8", "replace")


class ChildWatch:
    """Looks at the descendants of a process while it runs; keeps the peak of resident memory of those with a word in their command line."""

    PAUSE = 0.02

    def __init__(self, word):
        self._word = word
        self._end = threading.Event()
        self._thread = None
        self.peak = 0.0
        self.command = ""

    def start(self, root):
        self._thread = threading.Thread(target=self._look, args=(root,), daemon=True)
        self._thread.start()

    def stop(self):
        self._end.set()
        self._thread.join()

    def _look(self, root):
        while not self._end.wait(self.PAUSE):
            for pid in _descendants(root):
                self._note(pid)

    def _note(self, pid):
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").replace("\0", " ")
            if self._word not in command:
                return
            for line in Path(f"/proc/{pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    self.peak = max(self.peak, int(line.split()[1]) / 1024)
                    self.command = command
        except OSError:
            pass  # It has just ended.


def _descendants(root):
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                stat = Path(f"/proc/{entry}/stat").read_text()
            except OSError:
                continue
            parents.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(entry))
    found, waiting = [], [root]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found
