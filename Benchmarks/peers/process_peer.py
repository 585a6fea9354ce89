#!/usr/bin/env python3
"""From two tables to percentiles with numpy, as a script of an analyst: process_peer.py FOLDER ITERATIONS.

Reads the very files that `milepost simulate FOLDER/activities.csv` reads, and prints percentiles of the end, in days, and how
often each activity is critical, as JSON. Days only.
"""
import csv
import json
import os
import sys

import numpy as np

from lists import FF, FS, SS
from simulation_peer import with_numpy

HOURS = 24.0


def rows(path):
    with open(path, newline="") as file:
        yield from csv.DictReader(file)


def hours(text):
    return float(text.removesuffix("eh")) / HOURS


def main():
    folder, iterations = sys.argv[1], int(sys.argv[2])
    ids, triangles = {}, []
    for row in rows(os.path.join(folder, "activities.csv")):
        ids[row["id"]] = len(ids)
        triangles.append([hours(part) for part in row["duration"].split("..")])
    start, end, kinds, lags = [], [], [], []
    for row in rows(os.path.join(folder, "links.csv")):
        start.append(ids[row["from"]])
        end.append(ids[row["to"]])
        kinds.append({"FS": FS, "SS": SS, "FF": FF}[row["type"]])
        lags.append(hours(row["lag"]))
    simulate = with_numpy(np.array(triangles).T, *map(np.array, (start, end, kinds, lags)), iterations)
    percentiles, critical = simulate()
    print(json.dumps({"percentiles": percentiles.tolist(), "critical": dict(zip(ids, critical.round(4).tolist()))}))


if __name__ == "__main__":
    main()
