"""The figures that phasync has to reach, and whether a table reaches them.

All are measured in one run on one machine; a ratio is phasync's processor time divided by the peer's.
"""
import math

# group -> programs, in the order of the table
GROUPS = {
    "computing": ["fib", "nbody", "fannkuch", "sieve", "matmul", "nqueens", "spectral", "mandelbrot", "binarytrees",
                  "mapint", "mapstring", "builder", "sortcallback", "dispatch", "closures"],
    "concurrency": ["pingpong", "pipe", "primesieve", "select4", "spawn", "million", "timers", "ring", "mutex", "workers",
                    "canceltree", "daisy", "deepstack"],
    "start-up": ["hello", "lines10000", "plain10000"],
}
MAPS_AND_STRINGS = {"mapint", "mapstring", "builder"}
# Those that compute while they hand values on.
COMPUTING_ALSO = {"workers", "deepstack"}
DISPATCHES = 5_000_000


def ratio(results, peer, name, what="cpu"):
    """phasync's figure divided by the peer's, or None where one has none."""
    ours, theirs = results.get("phasync", {}).get(name), results.get(peer, {}).get(name)
    return ours[what] / theirs[what] if ours and theirs and theirs[what] else None


def geometric_mean(results, peer, names):
    """Of the ratios of the programs that both ran, or None without any."""
    ratios = [r for r in (ratio(results, peer, n) for n in names) if r]
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else None


def without_start(results):
    """The results with the processor time of each peer's `hello` taken off, where it is known."""
    net = {}
    for peer, of_peer in results.items():
        start = of_peer["hello"]["cpu"] if "hello" in of_peer else 0
        net[peer] = {n: f if n in GROUPS["start-up"] else dict(f, cpu=max(f["cpu"] - start, 1e-4)) for n, f in of_peer.items()}
    return net


def within(what, value, most, form="%.2f"):
    """A line about one target, and whether it is met; None if it could not be measured."""
    if value is None:
        return None
    good = value <= most
    return "%s: %s, at most %s: %s" % (what, form % value, form % most, "ok" if good else "MISSED"), good


def lines_below(results, peer, names, limit):
    """One line about all programs: `limit` gives what each may need of the peer."""
    all_ = {n: r for n in names if (r := ratio(results, peer, n)) is not None}
    if not all_:
        return None
    bad = ["%s %.2f of %.2f" % (n, r, limit(n)) for n, r in all_.items() if r > limit(n)]
    worst = max(all_, key=lambda n: all_[n] / limit(n))
    return ("each line against %s (nearest to its limit: %s, %.2f of %.2f): %s"
            % (peer, worst, all_[worst], limit(worst), "MISSED by " + ", ".join(bad) if bad else "ok")), not bad


def check(results, sizes_are_full):
    """The lines about the targets that could be measured.  Absolute figures count with full sizes only."""
    computing, concurrency = GROUPS["computing"], GROUPS["concurrency"]
    found = [
        within("computing, geometric mean against luajit -joff", geometric_mean(results, "luajit -joff", computing), 0.7),
        within("computing, geometric mean against lua5.4", geometric_mean(results, "lua5.4", computing), 0.5),
        lines_below(results, "lua5.4", computing, lambda n: 1.0),
        lines_below(results, "yaegi", computing, lambda n: 0.25 if n in MAPS_AND_STRINGS else 0.15),
        within("concurrency, geometric mean against go", geometric_mean(results, "go", concurrency), 0.35),
        within("ping-pong against go", ratio(results, "go", "pingpong"), 0.10),
        lines_below(results, "go", concurrency, lambda n: 1.5 if n in COMPUTING_ALSO else 1.0),
        within("a million parked, processor time against go", ratio(results, "go", "million"), 0.3),
        within("a million parked, memory against go", ratio(results, "go", "million", "bytes"), 0.15),
    ]
    ours = results.get("phasync", {})
    if sizes_are_full:
        hello, million, dispatch, lines = (ours.get(n) for n in ("hello", "million", "dispatch", "lines10000"))
        if hello and million:
            found.append(within("a parked goroutine, bytes", (million["bytes"] - hello["bytes"]) / 1e6, 350, "%.0f"))
        if hello and dispatch:
            each = (dispatch["cpu"] - hello["cpu"]) / DISPATCHES * 1e9
            found.append(within("a loop with an interface call, ns", each, 18, "%.1f"))
        for name, most, of in [("hello, world", 4, hello), ("10,000 lines checked, compiled and started", 50, lines)]:
            if of:
                found.append(within("%s, ms of wall time (processor %.1f, fastest wall %.1f)"
                                    % (name, of["cpu"] * 1e3, of["least"] * 1e3), of["wall"] * 1e3, most, "%.1f"))
        if hello:
            found.append(within("hello, world, MB", hello["bytes"] / 1e6, 8, "%.2f"))
    return [f for f in found if f]
