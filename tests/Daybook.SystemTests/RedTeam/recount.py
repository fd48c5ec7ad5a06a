"""Counts a garak report from its raw lines with nothing but the json module, apart from the product's own reader."""
import json
import math
import sys


def strip(name, prefixes):
    for prefix in prefixes:
        if name.startswith(prefix):
            return name[len(prefix):]
    return name


def probe_of(name):
    return strip(name, ["garak.probes.", "probes."])


def detector_of(name):
    return strip(name, ["garak.detectors.", "detectors.", "detector."])


def flat(scores):
    for score in scores:
        yield from flat(score) if isinstance(score, list) else [score]


def main(path):
    entries, started, scored = {}, set(), {}
    head, pairs = {}, {}
    threshold = 0.5
    with open(path, encoding="utf-8-sig") as file:
        for line in file:
            if not line.strip():
                continue
            record = json.loads(line)
            kind = record["entry_type"]
            entries[kind] = entries.get(kind, 0) + 1
            if kind == "start_run setup":
                head["target_type"] = record.get("plugins.target_type", record.get("plugins.model_type"))
                head["target_name"] = record.get("plugins.target_name", record.get("plugins.model_name"))
                threshold = record.get("run.eval_threshold", threshold)
            elif kind == "init":
                head.update(version=record["garak_version"], run=record["run"], start=record["start_time"])
            elif kind == "completion":
                head["end"] = record["end_time"]
            elif kind == "attempt":
                key = (record["uuid"], record["seq"], record["probe_classname"])
                if record["status"] == 1:
                    started.add(key)
                elif record["status"] == 2:
                    scored.setdefault(key, {})[line] = record
            elif kind == "eval":
                pair = pairs.setdefault((probe_of(record["probe"]), detector_of(record["detector"])), new_pair())
                pair["claimed_passed"] = record["passed"]
                pair["claimed_evaluated"] = record.get("total_evaluated", record.get("total"))
    finished = 0
    for versions in scored.values():
        for record in versions.values():
            finished += 1
            for name, scores in record["detector_results"].items():
                pair = pairs.setdefault((probe_of(record["probe_classname"]), detector_of(name)), new_pair())
                pair["counted"] = True
                scores = list(flat(scores))
                for score in scores:
                    if score is None or math.isnan(score):
                        pair["nones"] += 1
                    elif score >= threshold:
                        pair["hits"] += 1
                    else:
                        pair["passes"] += 1
                pair["nones"] += max(0, len(record["outputs"] or []) - len(scores))
    print(json.dumps({
        "head": head,
        "entries": entries,
        "finished": finished,
        "unfinished": len(started - set(scored)),
        "pairs": [{"probe": probe, "detector": detector, **pair} for (probe, detector), pair in sorted(pairs.items())],
    }))


def new_pair():
    return {"hits": 0, "passes": 0, "nones": 0, "counted": False, "claimed_passed": None, "claimed_evaluated": None}


if __name__ == "__main__":
    main(sys.argv[1])
