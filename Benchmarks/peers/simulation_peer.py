#!/usr/bin/env python3
"""Schedule risk simulation as somebody would write it: simulation_peer.py METHOD FOLDER ITERATIONS prints times and percentiles as JSON.

numpy: vectors over iterations, a loop over activities. numba: compiled blocks of sixteen iterations with a hash for random
numbers inside, as an expert would. Days only; triangles from 0.75 to 1.75 of each duration; the criticality of every activity
by a backward pass. Structures are built, and numba has compiled, before anything is timed.
"""
import json
import resource
import sys

import numpy as np

from lists import FF, FS, SS, fastest, read

LEVELS = [10, 50, 80, 90]


def sorted_order(count, start, end):
    after = [[] for _ in range(count)]
    waiting = np.bincount(end, minlength=count).tolist()
    for a, b in zip(start.tolist(), end.tolist()):
        after[a].append(b)
    order = [node for node in range(count) if waiting[node] == 0]
    for node in order:
        for other in after[node]:
            waiting[other] -= 1
            if waiting[other] == 0:
                order.append(other)
    return order


def with_numpy(triangles, start, end, kinds, lags, iterations):
    low, mode, high = triangles
    count = len(mode)
    into, out = [[] for _ in range(count)], [[] for _ in range(count)]
    for a, b, kind, lag in zip(start.tolist(), end.tolist(), kinds.tolist(), lags.tolist()):
        into[b].append((a, kind, float(lag)))
        out[a].append((b, kind, float(lag)))
    order = sorted_order(count, start, end)

    def simulate():
        random = np.random.default_rng()
        work = np.empty((count, iterations))
        for node in range(count):
            work[node] = random.triangular(low[node], mode[node], high[node], iterations)
        early, finish = np.zeros((count, iterations)), np.empty((count, iterations))
        for node in order:
            begin = early[node]
            for other, kind, lag in into[node]:
                bound = (early if kind == SS else finish)[other] + lag
                if kind == FF:
                    bound -= work[node]
                np.maximum(begin, bound, out=begin)
            np.add(begin, work[node], out=finish[node])
        ends = finish.max(axis=0)
        late = ends - work
        for node in reversed(order):
            begin = late[node]
            for other, kind, lag in out[node]:
                bound = late[other] - lag
                if kind != SS:
                    bound -= work[node]
                if kind == FF:
                    bound += work[other]
                np.minimum(begin, bound, out=begin)
        critical = (late - early <= 1e-3).mean(axis=1)
        return np.percentile(ends, LEVELS), critical

    return simulate


def with_numba(triangles, start, end, kinds, lags, iterations):
    import numba as nb
    low, mode, high = triangles
    count = len(mode)
    order = sorted_order(count, start, end)
    place = np.empty(count, np.int64)
    place[order] = np.arange(count)
    low, mode, high = (values[order].astype(np.float32) for values in (low, mode, high))
    begin, finish, lag = place[start].astype(np.int32), place[end].astype(np.int32), lags.astype(np.float32)
    kind = kinds.astype(np.int8)

    def rows(keys, values):
        sort = np.argsort(keys, kind="stable")
        first = np.searchsorted(keys[sort], np.arange(count + 1)).astype(np.int32)
        return first, values[sort], kind[sort], lag[sort]

    into, out = rows(finish, begin), rows(begin, finish)
    side = 16

    @nb.njit(inline="always")
    def mix(x):
        x = np.uint32(x ^ (x >> np.uint32(16)))
        x = np.uint32(x * np.uint32(0x7feb352d))
        x = np.uint32(x ^ (x >> np.uint32(15)))
        x = np.uint32(x * np.uint32(0x846ca68b))
        return np.uint32(x ^ (x >> np.uint32(16)))

    @nb.njit(fastmath=True)
    def run(blocks, seed, first, source, kinds, lags, next, target, kinds2, lags2, low, mode, high, ends, critical):
        count = len(low)
        early, finish = np.zeros((count, side), np.float32), np.zeros((count, side), np.float32)
        work, late = np.zeros((count, side), np.float32), np.zeros((count, side), np.float32)
        latest = np.zeros(side, np.float32)
        for block in range(blocks):
            latest[:] = 0
            for node in range(count):
                a, m, b = low[node], mode[node], high[node]
                split, rising, falling = (m - a) / (b - a), (b - a) * (m - a), (b - a) * (b - m)
                for k in range(side):
                    h = mix(np.uint32(np.uint32(np.uint32(block * side + k) * np.uint32(0x9E3779B9)) ^ mix(np.uint32(node + (seed << 24)))))
                    u = np.float32(h >> np.uint32(8)) * np.float32(1.0 / 16777216.0)
                    if u < split:
                        work[node, k] = a + np.sqrt(u * rising)
                    else:
                        work[node, k] = b - np.sqrt((np.float32(1) - u) * falling)
                    early[node, k] = 0
                for link in range(first[node], first[node + 1]):
                    other, kind, lag = source[link], kinds[link], lags[link]
                    if kind == FS:
                        for k in range(side):
                            early[node, k] = max(early[node, k], finish[other, k] + lag)
                    elif kind == SS:
                        for k in range(side):
                            early[node, k] = max(early[node, k], early[other, k] + lag)
                    else:
                        for k in range(side):
                            early[node, k] = max(early[node, k], finish[other, k] + lag - work[node, k])
                for k in range(side):
                    finish[node, k] = early[node, k] + work[node, k]
                    latest[k] = max(latest[k], finish[node, k])
            for k in range(side):
                ends[block * side + k] = latest[k]
            for node in range(count - 1, -1, -1):
                for k in range(side):
                    late[node, k] = latest[k] - work[node, k]
                for link in range(next[node], next[node + 1]):
                    other, kind, lag = target[link], kinds2[link], lags2[link]
                    if kind == FS:
                        for k in range(side):
                            late[node, k] = min(late[node, k], late[other, k] - lag - work[node, k])
                    elif kind == SS:
                        for k in range(side):
                            late[node, k] = min(late[node, k], late[other, k] - lag)
                    else:
                        for k in range(side):
                            late[node, k] = min(late[node, k], late[other, k] + work[other, k] - lag - work[node, k])
                hits = 0
                for k in range(side):
                    hits += late[node, k] - early[node, k] <= np.float32(1e-2)
                critical[node] += hits

    blocks = (iterations + side - 1) // side
    ends, critical = np.zeros(blocks * side, np.float32), np.zeros(count, np.int64)
    seed = [0]

    def simulate():
        seed[0] += 1
        critical[:] = 0
        run(blocks, seed[0], *into, *out, low, mode, high, ends, critical)
        return np.percentile(ends[:iterations], LEVELS), critical.mean() / (blocks * side)

    simulate()
    return simulate


def main():
    method, folder, iterations = sys.argv[1], sys.argv[2], int(sys.argv[3])
    durations, start, end, kinds, lags = read(folder)
    mode = durations.astype(np.float64)
    triangles = (0.75 * mode, mode, 1.75 * mode)
    make = {"numpy": with_numpy, "numba": with_numba}[method]
    simulate = make(triangles, start, end, kinds, lags, iterations)
    (percentiles, critical), best = fastest(simulate, 5)
    print(json.dumps({
        "seconds": best, "percentiles": percentiles.tolist(), "critical": float(np.mean(critical)),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
