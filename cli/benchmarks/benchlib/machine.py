"""What the figures were measured on."""

import os
import platform
import subprocess
from pathlib import Path


def facts(java, folder):
    """Pairs of name and value, for a table; none of them names the machine."""
    return [
        ("cores", f"{len(os.sched_getaffinity(0))} ({_first('/proc/cpuinfo', 'model name')})"),
        ("memory", f"{int(_first('/proc/meminfo', 'MemTotal').split()[0]) / 1024 / 1024:.1f} GiB"),
        ("system", f"{_system()}, Linux {platform.release().split('-')[0]}"),
        ("JDK", _java(java)),
        ("file system of the projects", _file_system(folder)),
        ("load at start (1, 5, 15 minutes)", " ".join(f"{load:.2f}" for load in os.getloadavg())),
    ]


def _first(file, key):
    for line in Path(file).read_text().splitlines():
        if line.startswith(key):
            return line.partition(":")[2].strip()
    return "unknown"


def _system():
    for line in Path("/etc/os-release").read_text().splitlines():
        if line.startswith("PRETTY_NAME="):
            return line.partition("=")[2].strip('"')
    return platform.system()


def _java(java):
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr.splitlines()
    return said[1] if len(said) > 1 else said[0]


def _file_system(folder):
    """The longest mount point above the folder is its own."""
    best = ("", "unknown")
    for line in Path("/proc/mounts").read_text().splitlines():
        point, kind = line.split()[1:3]
        inside = point == "/" or folder == point or str(folder).startswith(point + "/")
        if inside and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]
