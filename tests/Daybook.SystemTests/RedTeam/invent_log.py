"""Writes a garak report with every irregularity a run can have, from a seed."""
import json
import random
import sys
import uuid

seed, path = int(sys.argv[1]), sys.argv[2]
rng = random.Random(seed)
NAN, INFINITY = float("nan"), float("inf")


def message(text):
    return {"text": text, "lang": "en", "data_path": None, "data_type": None, "data_checksum": None, "notes": {}}


def score():
    return rng.choice([0.0, 1.0, 0, 1, None, NAN, INFINITY, round(rng.random(), 3), True, False])


def records():
    yield {"entry_type": "start_run setup", "_config.version": "0.14.1", "transient.run_id": "r", "run.eval_threshold": rng.choice([0.5, 0.3]),
           "plugins.target_type": "rest", "plugins.target_name": rng.choice([None, "shop é"])}
    yield {"entry_type": "init", "garak_version": "0.14.1", "start_time": "2026-05-04T17:02:11.512345", "run": "r"}
    detectors = {"detector.one.One": "one.One", "garak.detectors.two.Two": "two.Two", "three.Three": "three.Three"}
    for number in range(12):
        probe = f"family{number % 4}.Probe{number}"
        chosen = rng.sample(list(detectors), rng.randint(1, 3))
        scored = []
        for seq in range(rng.randint(0, 30)):
            texts = [rng.choice([None, "", "no \ud83d\ude00", "yes \"quoted\" \\ \n"]) for _ in range(rng.randint(0, 4))]
            as_objects = rng.random() < 0.5
            attempt = {
                "entry_type": "attempt", "uuid": str(uuid.UUID(int=rng.getrandbits(128))), "seq": seq, "status": 1,
                "probe_classname": rng.choice(["", "probes."]) + probe,
                "prompt": rng.choice([None, "plain", {"turns": [{"role": "user", "content": message("last turn")}], "notes": {}}]),
                "outputs": [message(text) if as_objects else text for text in texts] if rng.random() < 0.95 else None,
                "detector_results": {}, "notes": {}, "goal": "g"}
            results = {}
            for detector in chosen:
                scores = [score() for _ in range(max(0, len(texts) - rng.choice([0, 0, 0, 1])))]
                results[detector] = [[value] for value in scores] if rng.random() < 0.2 else scores
            done = dict(attempt, status=2, detector_results=results)
            fate = rng.random()
            if fate < 0.9:
                scored.append(done)
            yield attempt
            if fate < 0.1:
                scored.append(done)
            if fate < 0.05:
                scored.append(dict(done, goal="another"))
        rng.shuffle(scored)
        yield from scored
        for detector in chosen:
            if rng.random() < 0.7:
                total = rng.randint(0, 60)
                passed = rng.randint(0, total)
                yield rng.choice([
                    {"entry_type": "eval", "probe": probe, "detector": detector, "passed": passed, "total": total},
                    {"entry_type": "eval", "probe": probe, "detector": detector, "passed": passed, "fails": total - passed, "nones": 0,
                     "total_evaluated": total, "total_processed": total}])
    if rng.random() < 0.8:
        yield {"entry_type": "completion", "end_time": "2026-05-04T17:20:40.100000", "run": "r"}


with open(path, "w", encoding=rng.choice(["utf-8", "utf-8-sig"])) as file:
    for record in records():
        line = json.dumps(record, ensure_ascii=rng.random() < 0.5)
        if rng.random() < 0.3:
            line = json.dumps(dict(reversed(list(json.loads(line).items()))), ensure_ascii=False)
        file.write(line.encode("utf-8", "replace").decode("utf-8") + rng.choice(["\n", "\n", "\r\n", "\n\n"]))
