#!/usr/bin/env python3
"""The critical path method as somebody would write it with one library: cpm_peer.py NAME FOLDER prints its times as JSON.

build: the library's graph from lists. order: a topological order. passes: early and late starts. For numpy, and for numba,
links are sorted and levels found once, as part of build and order.
"""
import json
import sys

import numpy as np

from lists import fastest, read, start_to_start


def networkx(durations, start, end, weights, runs):
    import networkx as nx
    d, f, t, w = durations.tolist(), start.tolist(), end.tolist(), weights.tolist()
    count = len(d)

    def build():
        graph = nx.MultiDiGraph() if len(set(zip(f, t))) < len(f) else nx.DiGraph()
        graph.add_nodes_from(range(count))
        graph.add_weighted_edges_from(zip(f, t, w))
        return graph

    graph, built = fastest(build, runs)
    order, ordered = fastest(lambda: list(nx.topological_sort(graph)), runs)
    many = graph.is_multigraph()

    def edges(adjacent):
        for other, attributes in adjacent.items():
            for edge in attributes.values() if many else (attributes,):
                yield other, edge["weight"]

    def passes():
        early = [0] * count
        for node in order:
            begin = 0
            for other, weight in edges(graph.pred[node]):
                begin = max(begin, early[other] + weight)
            early[node] = begin
        finish = max(early[node] + d[node] for node in range(count))
        late = [0] * count
        for node in reversed(order):
            begin = finish - d[node]
            for other, weight in edges(graph.succ[node]):
                begin = min(begin, late[other] - weight)
            late[node] = begin
        return early, late, finish

    return built, ordered, *fastest(passes, runs)


def rustworkx(durations, start, end, weights, runs):
    import rustworkx as rx
    d, f, t, w = durations.tolist(), start.tolist(), end.tolist(), weights.tolist()
    count = len(d)

    def build():
        graph = rx.PyDiGraph()
        graph.add_nodes_from(list(range(count)))
        graph.add_edges_from(list(zip(f, t, w)))
        return graph

    graph, built = fastest(build, runs)
    order, ordered = fastest(lambda: list(rx.topological_sort(graph)), runs)

    def passes():
        early = [0] * count
        for node in order:
            begin = 0
            for other, _, weight in graph.in_edges(node):
                value = early[other] + weight
                if value > begin:
                    begin = value
            early[node] = begin
        finish = max(early[node] + d[node] for node in range(count))
        late = [0] * count
        for node in reversed(order):
            begin = finish - d[node]
            for _, other, weight in graph.out_edges(node):
                value = late[other] - weight
                if value < begin:
                    begin = value
            late[node] = begin
        return early, late, finish

    return built, ordered, *fastest(passes, runs)


def numpy(durations, start, end, weights, runs):
    d, count = durations.astype(np.int64), len(durations)

    def build():
        by_start = np.argsort(start, kind="stable")
        return by_start, end[by_start], np.searchsorted(start[by_start], np.arange(count + 1))

    (_, successors, first), built = fastest(build, runs)

    def order():
        waiting, level = np.bincount(end, minlength=count), np.zeros(count, np.int64)
        nodes, number = np.flatnonzero(waiting == 0), 0
        while len(nodes):
            level[nodes] = number
            sizes = first[nodes + 1] - first[nodes]
            offsets = np.repeat(first[nodes] - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
            reached = successors[offsets + np.arange(sizes.sum())]
            np.subtract.at(waiting, reached, 1)
            reached = np.unique(reached)
            nodes, number = reached[waiting[reached] == 0], number + 1

        def grouped(node):
            links = np.lexsort((node, level[node]))
            sorted_nodes = node[links]
            cuts = np.flatnonzero(np.diff(sorted_nodes, prepend=-1))
            targets = sorted_nodes[cuts]
            return links, targets, np.append(cuts, len(node)), np.searchsorted(level[targets], np.arange(number + 1))

        return number, grouped(end), grouped(start)

    (levels, (fl, ft, fc, fb), (bl, bt, bc, bb)), ordered = fastest(order, runs)
    fs, fw, bs, bw = start[fl], weights[fl], end[bl], weights[bl]

    def passes():
        early = np.zeros(count, np.int64)
        for number in range(levels):
            a, b = fb[number], fb[number + 1]
            if a < b:
                x, y = fc[a], fc[b]
                bounds = np.maximum.reduceat(early[fs[x:y]] + fw[x:y], fc[a:b] - x)
                early[ft[a:b]] = np.maximum(bounds, 0)
        finish = int((early + d).max())
        late = finish - d
        for number in range(levels - 1, -1, -1):
            a, b = bb[number], bb[number + 1]
            if a < b:
                x, y = bc[a], bc[b]
                bounds = np.minimum.reduceat(late[bs[x:y]] - bw[x:y], bc[a:b] - x)
                late[bt[a:b]] = np.minimum(late[bt[a:b]], bounds)
        return early, late, finish

    return built, ordered, *fastest(passes, runs)


def numba(durations, start, end, weights, runs):
    from numba import njit

    @njit(cache=False)
    def compressed(node, other, weights, count):
        first = np.zeros(count + 1, np.int32)
        for n in node:
            first[n + 1] += 1
        for n in range(count):
            first[n + 1] += first[n]
        at = first.copy()
        others, w = np.empty_like(other), np.empty_like(weights)
        for i in range(len(node)):
            place = at[node[i]]
            at[node[i]] += 1
            others[place], w[place] = other[i], weights[i]
        return first, others, w

    @njit(cache=False)
    def sort(first, others, count):
        waiting = np.zeros(count, np.int32)
        for other in others:
            waiting[other] += 1
        order, end = np.empty(count, np.int32), 0
        for n in range(count):
            if waiting[n] == 0:
                order[end] = n
                end += 1
        head = 0
        while head < end:
            n = order[head]
            head += 1
            for i in range(first[n], first[n + 1]):
                waiting[others[i]] -= 1
                if waiting[others[i]] == 0:
                    order[end] = others[i]
                    end += 1
        return order

    @njit(cache=False)
    def solve(order, d, pf, po, pw, sf, so, sw):
        count = len(d)
        early = np.zeros(count, np.int32)
        finish = 0
        for n in order:
            begin = 0
            for i in range(pf[n], pf[n + 1]):
                begin = max(begin, early[po[i]] + pw[i])
            early[n] = begin
            finish = max(finish, begin + d[n])
        late = np.empty(count, np.int32)
        for place in range(count - 1, -1, -1):
            n = order[place]
            begin = finish - d[n]
            for i in range(sf[n], sf[n + 1]):
                begin = min(begin, late[so[i]] - sw[i])
            late[n] = begin
        return early, late, finish

    count, weights = len(durations), weights.astype(np.int32)

    def build():
        return compressed(end, start, weights, count), compressed(start, end, weights, count)

    build()
    ((pf, po, pw), (sf, so, sw)), built = fastest(build, runs)
    sort(sf, so, count)
    order, ordered = fastest(lambda: sort(sf, so, count), runs)
    solve(order, durations, pf, po, pw, sf, so, sw)
    return built, ordered, *fastest(lambda: solve(order, durations, pf, po, pw, sf, so, sw), runs)


def main():
    name, folder = sys.argv[1:]
    durations, start, end, kinds, lags = read(folder)
    weights = start_to_start(durations, start, end, kinds, lags)
    slow = name in ("networkx", "rustworkx")
    runs = (1 if len(durations) > 200_000 else 2) if slow else 7
    built, ordered, (early, late, finish), passes = globals()[name](durations, start, end, weights, runs)
    print(json.dumps({
        "build": built, "order": ordered, "passes": passes, "finish": int(finish),
        "starts": int(np.sum(np.asarray(early, np.int64))), "lateStarts": int(np.sum(np.asarray(late, np.int64)))}))


if __name__ == "__main__":
    main()
