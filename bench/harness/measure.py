"""Runs a command and tells what it cost."""
import ctypes
import os
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass

# A peer whose run takes longer (seconds, by the wall) is not run again.
SLOW = 5.0
SET_CHILD_SUBREAPER = 36


@dataclass
class Cost:
    """One run: processor time (user and system) and wall time in seconds, what it printed, and its peak memory in bytes,
    0 unless that was asked for."""
    cpu: float
    wall: float
    output: str
    peak: int = 0


class Failed(Exception):
    """Why a run gives no figure."""


def children():
    """The processes whose parent is this one."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open("/proc/%s/stat" % entry) as f:
                    fields = f.read().rpartition(")")[2].split()
                if int(fields[1]) == os.getpid():
                    found.append(int(entry))
            except OSError:
                pass
    return found


def can_measure_memory():
    return bool(shutil.which("setsid")) and ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


def run(command, timeout, memory=False, env=None):
    """Runs `command` to its end, and gives its Cost; raises Failed if it does not end with status 0 in time.

    Waiting blocks in wait4, so that wall time is exact; a timer ends what takes too long.  For `memory` the command is the
    grandchild of this process: Linux counts the memory of who called exec, which for a child is Python's.  So
    `setsid --fork` starts it and ends, and it falls to us, the subreaper; that costs about a millisecond of wall time.
    """
    memory = memory and can_measure_memory()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        late = threading.Event()

        def stop():
            late.set()
            for pid in children():
                os.kill(pid, signal.SIGKILL)

        timer = threading.Timer(timeout, stop)
        timer.daemon = True
        timer.start()
        start = time.perf_counter()
        p = subprocess.Popen((["setsid", "--fork"] if memory else []) + command, stdin=subprocess.DEVNULL, stdout=out,
                             stderr=err, env=dict(os.environ, GOMAXPROCS="1", **(env or {})))
        _, status, usage = os.wait4(p.pid, 0)
        if memory:
            _, status, usage = os.wait4(-1, 0)
        wall = time.perf_counter() - start
        timer.cancel()
        p.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode(errors="replace")
        err.seek(0)
        why = err.read(200).decode(errors="replace").strip().split("\n")[0]
    if late.is_set():
        raise Failed("more than %d s" % timeout)
    if p.returncode:
        raise Failed("status %d: %s" % (p.returncode, why))
    return Cost(usage.ru_utime + usage.ru_stime, wall, text, usage.ru_maxrss * 1024 if memory else 0)


def medians(costs):
    """The medians of several runs, and the fastest wall time."""
    # Where memory was measured, starting cost a little wall time.
    walls = [c.wall for c in costs if not c.peak] or [c.wall for c in costs]
    return {"cpu": statistics.median(c.cpu for c in costs), "wall": statistics.median(walls), "least": min(walls),
            "bytes": max(c.peak for c in costs)}


def take_turns(commands, runs, timeout, complain):
    """peer -> command becomes peer -> (medians, output).

    The peers take turns, run after run, so that a busy moment of the machine hits all of them.  Memory is that of the
    first run, and who is slow has only that one.
    """
    costs = {p: [] for p in commands}
    for turn in range(runs):
        for p in list(costs):
            if costs[p] and costs[p][0].wall > SLOW:
                continue
            try:
                costs[p].append(run(commands[p], timeout, memory=turn == 0))
            except Failed as why:
                complain(p, why)
                del costs[p]
    return {p: (medians(of_peer), of_peer[0].output) for p, of_peer in costs.items()}


def find_phasync(path, root):
    """The executable: `path`, or what has been built last in the order release, quick, debug."""
    for c in [path] if path else [os.path.join(root, "target", p, "phasync") for p in ("release", "quick", "debug")]:
        if os.access(c, os.X_OK):
            return os.path.abspath(c)
    return None


def replace_table(path, name, lines):
    """Replaces the lines of the file between `<!-- table: NAME -->` and the next `<!-- end of table -->`."""
    begin, end = "<!-- table: %s -->\n" % name, "<!-- end of table -->\n"
    with open(path) as f:
        head, rest = f.read().split(begin, 1)
    with open(path, "w") as f:
        f.write(head + begin + "\n".join(lines) + "\n" + end + rest.split(end, 1)[1])


def find_go():
    """The Go toolchain, or None: one before 1.22 can't compile the programs."""
    go = shutil.which(os.environ.get("GO", "go"))
    if not go:
        return None
    version = subprocess.run([go, "env", "GOVERSION"], stdout=subprocess.PIPE, text=True).stdout.strip()
    found = re.match(r"go1\.(\d+)", version)
    if found and int(found.group(1)) >= 22:
        return go
    print("# skipped go: %s is too old" % (version or "what is installed"))
    return None
