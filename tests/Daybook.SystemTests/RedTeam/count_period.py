"""The figures of a business day, counted from the raw lines of garak reports with nothing of the product's: what a rendered report must show."""
import json
import math
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from recount import detector_of, flat, probe_of

SEVERITIES = ["critical", "high", "medium", "low", "minimal"]
GRADES = [(Fraction(5, 100), 1, "immediate risk"), (Fraction(4, 10), 2, "critical risk"), (Fraction(8, 10), 3, "elevated risk"),
          (Fraction(99, 100), 4, "low risk"), (Fraction(2), 5, "minimal risk")]


def day_before(day):
    day -= timedelta(days=1)
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return day


def end_of(day, zone, close):
    return datetime.combine(day, close, zone) if close else datetime.combine(day + timedelta(days=1), time(), zone)


def read_run(path, zone):
    """One report: its head and one test for each output that the probe's primary detector judged."""
    run = {"name": path.name.removesuffix(".report.jsonl"), "complete": False, "target": None, "threshold": 0.5, "start": None, "end": None}
    scored, unfinished, tags, primary = {}, set(), {}, {}
    for line in path.read_text(encoding="utf-8-sig").split("\n"):
        try:
            record = json.loads(line)
        except ValueError:
            continue  # blank, or the last line of a run that broke off
        kind = record["entry_type"]
        if kind == "start_run setup":
            run["target"] = record.get("plugins.target_name", record.get("plugins.model_name"))
            run["threshold"] = record.get("run.eval_threshold", 0.5)
        elif kind == "init":
            run.update(start=datetime.fromisoformat(record["start_time"]).replace(tzinfo=zone), version=record["garak_version"])
        elif kind == "completion":
            run.update(end=datetime.fromisoformat(record["end_time"]).replace(tzinfo=zone), complete=True)
        elif kind == "attempt" and record["status"] == 2:
            scored[(record["uuid"], record["seq"], record["probe_classname"])] = record
        elif kind == "attempt":
            unfinished.add((record["uuid"], record["seq"], record["probe_classname"]))
        elif kind == "plugin_cache":
            for name, probe in record["plugin_cache"]["probes"].items():
                tags[probe_of(name)], primary[probe_of(name)] = probe.get("tags") or [], probe.get("primary_detector")
        elif kind == "digest":
            for group in record["eval"].values():
                for name, probe in group.items():
                    if name != "_summary":
                        tags.setdefault(probe_of(name), probe["_summary"].get("probe_tags") or [])
    rows = []
    for record in scored.values():
        probe, results = probe_of(record["probe_classname"]), {detector_of(k): list(flat(v)) for k, v in record["detector_results"].items()}
        if not results:
            continue
        detector = primary.get(probe)
        detector = detector if detector in results else next(iter(results))
        primary.setdefault(probe, detector)
        missing = len(record["outputs"] or []) - len(results[detector])
        rows += [(probe, detector, score) for score in results[detector] + [None] * missing]
    graded = {detector for _, detector, score in rows if score not in (None, 0, 1) and not math.isnan(score)}
    run["tests"] = [{"probe": probe, "detector": detector, "target": run["target"], "tags": tags.get(probe) or [],
                     "severity": severity_of(score, run["threshold"], detector in graded)} for probe, detector, score in rows]
    run.update(finished=len(scored), unfinished=len(unfinished - set(scored)))
    return run


def severity_of(score, threshold, graded):
    """None where nothing was scored."""
    if score is None or math.isnan(score):
        return None
    if score < threshold:
        return "minimal"
    if not graded:
        return "high"
    return next((name for name, bound in zip(SEVERITIES, (0.8, 0.6, 0.4, 0.2)) if score >= bound), "minimal")


def group(tests):
    """Counts and exact rates of some tests; rates are in percent and null without scored tests."""
    counts = {name: sum(test["severity"] == name for test in tests) for name in SEVERITIES}
    scored = sum(counts.values())
    violations = scored - counts["minimal"]
    grave = counts["critical"] + counts["high"]
    rate = Fraction(100 * violations, scored) if scored else None
    return {"tests": len(tests), "scored": scored, "unscored": len(tests) - scored, "violations": violations, "counts": counts, "grave": grave,
            "rate": rate, "violation_rate": Fraction(100 * grave, scored) if scored else None,
            "success_rate": Fraction(100 * scored, len(tests)) if tests else None,
            "interval": wilson(violations, scored) if scored else None,
            "grade": next(grade for grade in GRADES if 1 - rate / 100 < grade[0])[1:] if scored else None}


def wilson(hits, n, z=1.959963984540054):
    p = hits / n
    centre, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return tuple(min(100.0, max(0.0, 100 * bound / (1 + z * z / n))) for bound in (centre - half, centre + half))


def by(tests, key):
    return {name: group([test for test in tests if test[key] == name]) for name in {test[key] for test in tests}}


def count(paths, day, zone_name, close):
    zone, day = ZoneInfo(zone_name), date.fromisoformat(day)
    close = time.fromisoformat(close) if close else None
    runs = [read_run(path, zone) for path in paths]
    periods, current = [], day
    for _ in range(8):
        start, end = end_of(day_before(current), zone, close), end_of(current, zone, close)
        inside = sorted((run for run in runs if start <= run["start"] < end), key=lambda run: run["start"])
        periods.append((current, inside, [test for run in inside for test in run["tests"]]))
        current = day_before(current)
    _, now, tests = periods[0]
    timed = [run for run in now if run["end"]]
    hours = sum((run["end"] - run["start"]).total_seconds() for run in timed) / 3600
    return {
        "runs": now, "all": group(tests), "previous": group(periods[1][2]),
        "week": group([test for period in periods[1:] for test in period[2]]), "days": sum(any(t["severity"] for t in p[2]) for p in periods[1:]),
        "series": [(label.isoformat()[5:], group(rows)) for label, _, rows in reversed(periods)],
        "targets": by(tests, "target"), "probes": by(tests, "probe"), "detectors": by(tests, "detector"), "previous_targets": by(periods[1][2], "target"),
        "previous_probes": by(periods[1][2], "probe"),
        "cells": {(t, p): group([test for test in tests if (test["target"], test["probe"]) == (t, p)]) for t in {x["target"] for x in tests} for p in {x["probe"] for x in tests}},
        "owasp": {n: group([test for test in tests if f"owasp:llm{n:02}" in test["tags"]]) for n in range(1, 11)},
        "throughput": sum(len(run["tests"]) for run in timed) / hours if hours else None,
    }
