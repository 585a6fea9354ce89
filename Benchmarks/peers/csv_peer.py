#!/usr/bin/env python3
"""Reading two tables: Milepost's reader of plans beside csv.reader and a dict, on the same files in the same run.

    swift build -c release --package-path Benchmarks
    python3 Benchmarks/peers/csv_peer.py [--activities 1000000] [--rounds 5] [--names different]

Python keeps the rows as lists of texts and turns the ends of links into numbers. Milepost makes the plan that every verb
starts from: names, durations, dates, evidence, the place of every fact. Both must find as many activities and links, and the
same ends. They take turns; each figure is the fastest, in processor time, and beside it by the clock, until the plan is there;
what becomes of it afterwards is not measured on either side.
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
    begin, clock = time.process_time(), time.perf_counter()
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
    seconds, wall = time.process_time() - begin, time.perf_counter() - clock
    return {
        "seconds": seconds, "wall": wall, "activities": len(activities), "links": len(links),
        "ends": sum(link[0] + 3 * link[1] for link in links)}


def number(path):
    """Makes every name one of its own: the made-up ones are few."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = file.read().split("\n")
    with open(path, "w", newline="", encoding="utf-8") as file:
        file.write("\n".join(row.replace('",', f' {place}",', 1) for place, row in enumerate(rows)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--activities", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--names", choices=["repeated", "different"], default="repeated")
    parser.add_argument("--shape", default="portfolio")
    parser.add_argument(
        "--benchmarks", default=os.path.join(HERE, "..", ".build", "release", "milepost-benchmarks"))
    parser.add_argument("--solo", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.solo:
        print(json.dumps(read(options.solo)))
        return
    with tempfile.TemporaryDirectory() as folder:
        make = ["generate", "--csv", "--activities", str(options.activities), "--shape", options.shape, folder]
        subprocess.run([options.benchmarks, *make], check=True)
        if options.names == "different":
            number(os.path.join(folder, "activities.csv"))
        plans, theirs = [], []
        for _ in range(options.rounds):
            for command, results in (
                ([options.benchmarks, "read", folder], plans),
                ([sys.executable, __file__, "--solo", folder], theirs)):
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                results.append(json.loads(done.stdout))
        for key in ("activities", "links", "ends"):
            if plans[0][key] != theirs[0][key]:
                sys.exit(f"{key}: Python's is {theirs[0][key]}, Milepost's {plans[0][key]}")
        print(f"{options.shape}, {theirs[0]['activities']} activities, {theirs[0]['links']} links, names {options.names}")
        for key, words in (("seconds", "processor time"), ("wall", "by the clock")):
            plan, peer = (min(result[key] for result in results) for results in (plans, theirs))
            print(f"  {words}: csv.reader + dict {peer*1e3:.0f} ms, a plan {plan*1e3:.0f} ms, {peer/plan:.2f} ×")


if __name__ == "__main__":
    main()
