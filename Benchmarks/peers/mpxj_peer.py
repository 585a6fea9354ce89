#!/usr/bin/env python3
"""MPXJ's MicrosoftScheduler on a 5-day week of eight hours: mpxj_peer.py mpxj FOLDER prints its times as JSON.

Only schedule() is measured, warm, by the clock; making the tasks crosses from Python to Java and is left out.
"""
import json
import sys
import time
from datetime import date, timedelta

import jpype
import jpype.imports
import mpxj  # noqa: F401  (puts its classes in reach)

from lists import read


def main():
    durations, start, end, kinds, lags = (numbers.tolist() for numbers in read(sys.argv[2]))
    jpype.startJVM("-Xmx8g", "-Xss512m")
    from java.time import LocalDateTime
    from org.mpxj import Duration, ProjectFile, Relation, RelationType, TaskMode, TimeUnit
    from org.mpxj.cpm import MicrosoftScheduler
    project = ProjectFile()
    project.setDefaultCalendar(project.addDefaultBaseCalendar())
    begin = LocalDateTime.of(2026, 1, 5, 8, 0)
    project.getProjectProperties().setStartDate(begin)
    known = {}

    def days(count):
        if count not in known:
            known[count] = Duration.getInstance(count, TimeUnit.DAYS)
        return known[count]

    tasks = []
    for duration in durations:
        task = project.addTask()
        task.setTaskMode(TaskMode.AUTO_SCHEDULED)
        task.setDuration(days(duration))
        task.setRemainingDuration(days(duration))
        task.setActualDuration(days(0))
        tasks.append(task)
    types = [RelationType.FINISH_START, RelationType.START_START, RelationType.FINISH_FINISH]
    for a, b, kind, lag in zip(start, end, kinds, lags):
        tasks[b].addPredecessor(Relation.Builder().predecessorTask(tasks[a]).type(types[kind]).lag(days(lag)))
    best = 1e99
    for _ in range(7 if len(durations) <= 20_000 else 3):
        at = time.perf_counter()
        MicrosoftScheduler().schedule(project, begin)
        best = min(best, time.perf_counter() - at)
    last = date.fromisoformat(max(str(task.getFinish()) for task in tasks)[:10])
    day, worked = date(2026, 1, 5), 0
    while day <= last:
        worked += day.weekday() < 5
        day += timedelta(1)
    print(json.dumps({"schedule": best, "finish": worked}))


if __name__ == "__main__":
    main()
