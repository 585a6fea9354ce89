#!/usr/bin/env python3
"""Milepost beside other programs, on the same networks in the same run.

    swift build -c release --static-swift-stdlib --product PlanProbes
    python3 Benchmarks/peers/peers.py [--activities 10000 100000 1000000] [--shapes layered shuffled] [--seed N]
    python3 Benchmarks/peers/peers.py --simulation [--sizes 1000x10000 10000x1000]
    python3 Benchmarks/peers/peers.py --process [--sizes 1000x10000]
    python3 Benchmarks/peers/peers.py --slips [--activities 100000] [--shapes portfolio layered]

A peer that is not installed is left out: networkx, rustworkx, numpy, numba, mpxj (with jpype1 and a Java runtime). Every
peer must find the same finish and the same sums of early and late starts, or the run fails. Peers and Milepost take turns;
each figure is the fastest, in processor time of the calling thread. Never part of the checks that a change must pass.
"""
import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def rotating_seed():
    return int(time.time()) // 86400


def milepost(probes, shape, activities, seed, weekdays=False):
    command = [probes, "solve", "--shape", shape, "--activities", str(activities), "--seed", str(seed)]
    return json.loads(subprocess.run(command + (["--weekdays"] if weekdays else []), check=True, capture_output=True).stdout)


def peer(name, folder):
    script = "mpxj_peer.py" if name == "mpxj" else "cpm_peer.py"
    done = subprocess.run([sys.executable, os.path.join(HERE, script), name, folder], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{name} failed:\n{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def fastest(results, keys):
    return sum(min(result[key] for result in results) for key in keys)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--activities", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--shapes", nargs="+", default=["layered", "shuffled"])
    parser.add_argument("--seed", type=int, default=rotating_seed())
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", nargs="+", default=["networkx", "rustworkx", "numpy", "numba", "mpxj"])
    parser.add_argument("--probes", default=os.path.join(HERE, "..", "..", ".build", "release", "PlanProbes"))
    parser.add_argument("--milepost", default=os.path.join(HERE, "..", "..", ".build", "release", "milepost"))
    parser.add_argument("--simulation", action="store_true", help="simulations instead of schedules")
    parser.add_argument("--process", action="store_true", help="whole processes, from tables to percentiles")
    parser.add_argument("--sizes", nargs="+", default=["1000x10000", "10000x1000"], help="activities x iterations")
    parser.add_argument("--slips", action="store_true", help="what-if slips beside computing all early dates again")
    options = parser.parse_args()
    if options.slips:
        print(f"seed {options.seed}; the mean of random slips of 30 days; × is theirs over ours")
        for shape in options.shapes:
            for count in options.activities:
                slips(options, shape, count)
        return
    if options.process:
        for size in options.sizes:
            process(options, *map(int, size.split("x")))
        return
    if options.simulation:
        for size in options.sizes:
            simulation(options, *map(int, size.split("x")))
        return
    needs = {"mpxj": ["mpxj", "jpype"]}
    peers = [n for n in options.peers if all(importlib.util.find_spec(m) for m in needs.get(n, [n]))]
    for name in set(options.peers) - set(peers):
        print(f"not measured: {name}, which is not installed")
    print(f"seed {options.seed}; times in ms: order and structure / forward + backward / all; × is theirs over ours")
    for shape in options.shapes:
        for count in options.activities:
            measure(options, peers, shape, count)


def measure(options, peers, shape, count):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [options.probes, "lists", folder, "--shape", shape, "--activities", str(count), "--seed", str(options.seed)],
            check=True)
        ours, worked, theirs = [], [], {name: [] for name in peers if name != "mpxj" or count <= 100_000}
        for turn in range(options.rounds):
            ours.append(milepost(options.probes, shape, count, options.seed))
            if "mpxj" in theirs:
                worked.append(milepost(options.probes, shape, count, options.seed, weekdays=True))
            for name in theirs:
                # One turn is enough for those that take minutes; they repeat inside.
                if turn == 0 or count <= 100_000 or name in ("numpy", "numba"):
                    theirs[name].append(peer(name, folder))
    build, dates = fastest(ours, ["build"]), fastest(ours, ["forward", "backward"])
    again, forward = fastest(ours, ["forwardAgain", "backwardAgain"]), fastest(ours, ["forwardAgain"])
    copy, moved = fastest(ours, ["copy"]), ours[0]["forwardBytes"]
    print(f"\n{shape}, {count} activities")
    print(f"  {'milepost':<10} {build*1e3:10.2f} {dates*1e3:10.2f} {(build+dates)*1e3:10.2f}   again {again*1e3:.2f}")
    print(f"  forward again {forward*1e3:.2f}: {forward/copy:.2f} × memcpy of the {moved/1e6:.0f} MB it moves ({moved/copy/1e9:.1f} GB/s)")
    for name, results in theirs.items():
        for key in ("finish", "starts", "lateStarts"):
            if key in results[0] and results[0][key] != ours[0][key]:
                sys.exit(f"{name}: {key} is {results[0][key]}, Milepost's is {ours[0][key]}")
        if name == "mpxj":
            mine = fastest(worked, ["build", "forward", "backward"])
            passes = fastest(worked, ["forwardAgain", "backwardAgain"])
            theirs_best = fastest(results, ["schedule"])
            print(f"  {name:<10} {theirs_best*1e3:32.2f}   {theirs_best/mine:8.1f} × all on a 5-day calendar ({mine*1e3:.2f}), {theirs_best/passes:.1f} × again")
            continue
        b, d = fastest(results, ["build", "order"]), fastest(results, ["passes"])
        print(f"  {name:<10} {b*1e3:10.2f} {d*1e3:10.2f} {(b+d)*1e3:10.2f}   {(b+d)/(build+dates):8.1f} × all, {d/again:.1f} × again")
    sys.stdout.flush()


def slips(options, shape, count):
    """A slip and its undoing beside computing again; the sums of early starts after each of twenty slips must agree."""
    methods = [name for name in ("networkx", "numba") if importlib.util.find_spec(name)]
    network = ["--shape", shape, "--activities", str(count), "--seed", str(options.seed)]
    ours, theirs = [], {name: [] for name in methods}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([options.probes, "lists", folder] + network, check=True)
        for _ in range(options.rounds):
            ours.append(json.loads(subprocess.run([options.probes, "slips", folder] + network, check=True, capture_output=True).stdout))
            for name in methods:
                script = [sys.executable, os.path.join(HERE, "slip_peer.py"), name, folder]
                theirs[name].append(json.loads(subprocess.run(script, check=True, capture_output=True).stdout))
    for name, results in theirs.items():
        if results[0]["sums"] != ours[0]["sums"]:
            sys.exit(f"{name}: the sums are {results[0]['sums']}, Milepost's are {ours[0]['sums']}")
    mine, forward = fastest(ours, ["question"]), fastest(ours, ["forward"])
    print(f"\n{shape}, {count} activities, {ours[0]['moved']:.0f} of them move on average")
    print(f"  {'milepost':<10} {mine*1e6:10.2f} µs; its forward pass takes {forward/mine:.1f} × as long ({forward*1e6:.0f} µs)")
    for name, results in theirs.items():
        best = fastest(results, ["question"])
        print(f"  {name:<10} {best*1e6:10.0f} µs, {best/mine:.0f} ×")
    sys.stdout.flush()


def simulation(options, activities, iterations):
    """Simulations with criticality; percentiles must agree within what so many iterations leave open."""
    methods = [name for name in ("numpy", "numba") if importlib.util.find_spec(name)]
    network = ["--shape", "layered", "--activities", str(activities), "--seed", str(options.seed)]
    ours, theirs = [], {name: [] for name in methods}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([options.probes, "lists", folder] + network, check=True)
        for _ in range(options.rounds):
            command = [options.probes, "simulate", "--iterations", str(iterations)] + network
            ours.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
            for name in methods:
                script = [sys.executable, os.path.join(HERE, "simulation_peer.py"), name, folder, str(iterations)]
                theirs[name].append(json.loads(subprocess.run(script, check=True, capture_output=True).stdout))
    mine = ours[0]["percentiles"]
    for name, results in theirs.items():
        allowed = 0.1 * (mine[3] - mine[0]) * max(1, 30 / iterations**0.5)
        if any(abs(a - b) > allowed for a, b in zip(mine, results[0]["percentiles"])):
            sys.exit(f"{name}: percentiles {results[0]['percentiles']}, Milepost's are {mine}")
        if abs(results[0]["critical"] - ours[0]["critical"]) > 0.02 * max(results[0]["critical"], 0.01):
            sys.exit(f"{name}: criticality {results[0]['critical']}, Milepost's is {ours[0]['critical']}")
    print(f"\nsimulation with criticality, {activities} activities x {iterations} iterations, ms of one thread")
    for key in ours[0]:
        if key.startswith(("baseline", "avx")):
            best = fastest(ours, [key])
            ratios = ", ".join(f"{name} {fastest(results, ['seconds'])/best:.1f} ×" for name, results in theirs.items())
            print(f"  milepost {key:<20} {best*1e3:9.2f}   {ratios}")
    for path in ("baseline", "avx2", "avx512"):
        if f"forward {path}" in ours[0]:
            ahead, placing, philox = (fastest(ours, [f"{what} {path}"]) for what in ("forward", "placing", "philox"))
            print(
                f"  drawing and placing, {path:<8} {ahead*1e3:9.2f}   placing alone {placing/ahead:.2f} of it; "
                f"with Philox4x32-10 {philox*1e3:.2f}, {philox/ahead:.2f} ×")
    for name, results in theirs.items():
        print(f"  {name:<29} {fastest(results, ['seconds'])*1e3:9.2f}   {results[0]['megabytes']:.0f} MB, Milepost {ours[0]['megabytes']:.0f} MB")
    one, two = fastest(ours, ["oneThread"]), fastest(ours, ["twoThreads"])
    print(f"  two threads are {one/two:.2f} × as fast as one by the clock ({one*1e3:.0f} and {two*1e3:.0f} ms for ten times as many), with the same bits")
    sys.stdout.flush()


def tables(folder):
    """Writes the lists of a folder as tables that Milepost and a script read alike; triangles from 0.75 to 1.75."""
    import numpy as np
    durations, start, end, kinds, lags = (
        np.fromfile(os.path.join(folder, name), dtype=np.int32) for name in ("durations", "from", "to", "kinds", "lags"))
    with open(os.path.join(folder, "activities.csv"), "w") as file:
        file.write("id,name,duration\n")
        file.writelines(f"A{i},Activity {i},{18 * d}eh..{24 * d}eh..{42 * d}eh\n" for i, d in enumerate(durations.tolist()))
    with open(os.path.join(folder, "links.csv"), "w") as file:
        file.write("from,to,type,lag\n")
        file.writelines(
            f"A{a},A{b},{['FS', 'SS', 'FF'][kind]},{24 * lag}eh\n"
            for a, b, kind, lag in zip(start.tolist(), end.tolist(), kinds.tolist(), lags.tolist()))


def run(command):
    """The output of a process, its seconds by the clock and of processor, and its megabytes."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        if status != 0:
            sys.exit(f"{command[0]} ended with {status}")
        output.seek(0)
        return output.read(), seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def process(options, activities, iterations):
    """`milepost simulate` on two tables beside a numpy script on the same; percentiles and criticality must agree."""
    import datetime
    with tempfile.TemporaryDirectory() as folder:
        network = ["--shape", "layered", "--activities", str(activities), "--seed", str(options.seed)]
        subprocess.run([options.probes, "lists", folder] + network, check=True)
        tables(folder)
        milepost = [options.milepost, "simulate", os.path.join(folder, "activities.csv"), "--iterations", str(iterations)]
        script = [sys.executable, os.path.join(HERE, "process_peer.py"), folder, str(iterations)]
        # Over enough futures for chance to be small, whatever is timed.
        enough = max(iterations, 10_000)
        answer = json.loads(run(milepost[:-1] + [str(enough), "--json"])[0])
        theirs = json.loads(run(script[:-1] + [str(enough)])[0])
        end = next(end for end in answer["ends"] if end["id"] is None)
        # Without any date a plan begins on this Monday; a day that ends at midnight is named by the day before.
        first = datetime.date(2000, 1, 3)
        mine = [(datetime.date.fromisoformat(level["day"]) - first).days + 1 for level in end["percentiles"]]
        allowed = 1 + 0.1 * (mine[3] - mine[0])
        if any(abs(a - b) > allowed for a, b in zip(mine, theirs["percentiles"])):
            sys.exit(f"percentiles {theirs['percentiles']}, Milepost's are {mine}")
        for influence in end["influences"]:
            if abs(influence["criticality"] - theirs["critical"][influence["id"]]) > 0.03:
                sys.exit(f"criticality of {influence['id']}: {theirs['critical'][influence['id']]}, Milepost's is {influence['criticality']}")
        # With the reasons for the doubt, which the script does not look for.
        runs = [[run(command) for command in (milepost, milepost + ["--json"], script)] for _ in range(5 * options.rounds)]
    print(f"\nwhole process, {activities} activities x {iterations} iterations, ms: by the clock / of processor / MB")
    best = [[min(turn[place][field] for turn in runs) for field in (1, 2, 3)] for place in range(3)]
    for name, (clock, processor, memory) in zip(("milepost simulate", "milepost simulate --json", "numpy"), best):
        print(
            f"  {name:<26} {clock*1e3:8.1f} {processor*1e3:8.1f} {memory:6.0f}   "
            f"numpy {best[2][0]/clock:.1f} ×, {best[2][1]/processor:.1f} ×, {best[2][2]/memory:.1f} × the memory")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
