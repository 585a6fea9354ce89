#!/usr/bin/env python3
"""Reading ids as CSV: Milepost's readers beside csv.reader and a dict, on the same two tables in the same run.

    swift build -c release --package-path Benchmarks && swift build -c release --product PlanProbes
    python3 Benchmarks/peers/csv_peer.py [--activities 1000000] [--rounds 3]

Python keeps the rows as lists of texts and turns the ends of links into numbers. Milepost is measured twice: reading the
tables into numbers with interned ids (durations, ends, kinds and lags; names and dates stay bytes), and making a whole plan
of them, with names, dates, evidence and the place of every fact. All must find as many activities and links, and the same
ends. They take turns; each figure is the fastest, in processor time.
"""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def read(folder):
    begin = time.process_time()
    with open(os.path.join(folder, "activities.csv"), newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        activities = list(rows)
    place = {row[0]: number for number, row in enumerate(activities)}
    links = []
    with open(os.path.join(folder, "links.csv"), newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for source, to, kind, lag in rows:
            links.append((place[source], place[to], kind, lag))
    seconds = time.process_time() - begin
    return {
        "seconds": seconds, "activities": len(activities), "links": len(links),
        "ends": sum(link[0] + 3 * link[1] for link in links)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--activities", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shape", default="portfolio")
    parser.add_argument(
        "--benchmarks", default=os.path.join(HERE, "..", ".build", "release", "milepost-benchmarks"))
    parser.add_argument("--probes", default=os.path.join(HERE, "..", "..", ".build", "release", "PlanProbes"))
    parser.add_argument("--solo", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.solo:
        print(json.dumps(read(options.solo)))
        return
    with tempfile.TemporaryDirectory() as folder:
        make = ["generate", "--csv", "--activities", str(options.activities), "--shape", options.shape, folder]
        subprocess.run([options.benchmarks, *make], check=True)
        plans, numbers, theirs = [], [], []
        for _ in range(options.rounds):
            for command, results in (
                ([options.benchmarks, "read", folder], plans), ([options.probes, "tables", folder], numbers),
                ([sys.executable, __file__, "--solo", folder], theirs)):
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                results.append(json.loads(done.stdout))
        for key in ("activities", "links", "ends"):
            for results in (plans, numbers):
                if results[0][key] != theirs[0][key]:
                    sys.exit(f"{key}: Python's is {theirs[0][key]}, Milepost's {results[0][key]}")
        plan, number, peer = (min(result["seconds"] for result in results) for results in (plans, numbers, theirs))
        print(f"{options.shape}, {theirs[0]['activities']} activities, {theirs[0]['links']} links; "
              f"csv.reader + dict {peer*1e3:.0f} ms")
        print(f"  tables to numbers, ids interned: {number*1e3:.0f} ms, {peer/number:.2f} ×")
        print(f"  tables to a plan:                {plan*1e3:.0f} ms, {peer/plan:.2f} ×")


if __name__ == "__main__":
    main()
