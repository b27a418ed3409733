"""Whole-process time of `brief` against a bare interpreter: `python benchmarks/command.py [--runs N]`.

Runs of all commands alternate, so that a busy moment of the machine falls on each alike. Prints medians, and beside the
time on the clock the processor time, which other programs disturb least and by which commands are compared.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = "000_7b84bdcd6d97ee1e"
ARTICLE = ROOT / "seeds" / f"{SEED}.txt"
CASSETTE = ROOT / "cassettes" / "seeds" / f"{SEED}.yaml"
BRIEF = str(Path(sysconfig.get_path("scripts")) / "brief")
BARE = "python -c pass"
TARGETS = {"brief --help": "100 ms, 6 x", "coder, the seed": "500 ms", "replay the seed": "150 x"}


def commands() -> dict[str, list[str]]:
    """What is timed, by the name it has in the table."""
    timed = {
        BARE: [sys.executable, "-c", "pass"],
        "brief --version": [BRIEF, "--version"],
        "brief --help": [BRIEF, "--help"],
        "coder, the seed": [BRIEF, str(ARTICLE), "--coder"],
    }
    if CASSETTE.exists():
        timed["replay the seed"] = [BRIEF, str(ARTICLE), "--cassette", str(CASSETTE)]
    return timed


def milliseconds(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """How long one process takes from start to end, on the clock and of the processor. Raises if it fails."""
    before, used = time.perf_counter(), processor_seconds()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return (time.perf_counter() - before) * 1000, (processor_seconds() - used) * 1000


def processor_seconds() -> float:
    """Processor time of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="runs of each command (21)")
    runs = parser.parse_args().runs
    # No setting of this machine's user decides what is timed; PYTHONDONTWRITEBYTECODE would have each run compile.
    ours = ("BRIEF_", "OPENAI_", "PYTHON")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    timed = commands()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in timed}
    for command in timed.values():  # once unmeasured: files are compiled and in memory afterwards
        milliseconds(command, environment)
    for _ in range(runs):
        for name, command in timed.items():
            times[name].append(milliseconds(command, environment))
    bare = statistics.median(used for _, used in times[BARE])
    print(f"{'':18}{'median':>10}{'least':>10}{'processor':>11}{'x bare':>8}  target")
    for name, taken in times.items():
        clock, processor = (statistics.median(each) for each in zip(*taken, strict=True))
        least = min(taken)[0]
        print(
            f"{name:18}{clock:7.1f} ms{least:7.1f} ms{processor:8.1f} ms{processor / bare:8.1f}  {TARGETS.get(name, '')}"
        )
    if not CASSETTE.exists():
        print(f"no replay: there is no {CASSETTE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
