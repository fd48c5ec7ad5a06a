"""Writes the corpus: the hand-written cases (cases/), a batch of generated ones (generate.py), and what stock Jinja2 makes of each.

    python3 corpus.py            writes corpus/*.jsonl anew
    python3 corpus.py --verify   writes nothing; says which lines would change, and fails if any would

Run it with the Python that has the reference Jinja2 (Debian's python3-jinja2: /usr/bin/python3).
"""
import importlib
import json
import os
import pathlib
import platform
import subprocess
import sys

import jinja2
import markupsafe

import cases
from generate import generate

HERE = pathlib.Path(__file__).parent
HAND_WRITTEN = ["expressions", "printing", "statements", "macros", "inheritance", "whitespace", "filters_text", "filters_sequence", "filters_number",
                "html", "tests_is", "methods", "formatting", "undefined", "globals", "extensions", "text_unicode", "reports", "regressions"]
GENERATED_SEED, GENERATED_COUNT = 20251121, 5000
VERIFIES = "--verify" in sys.argv[1:]


def record(batch):
    """The cases with their expectations. Rendered under two hash seeds (or only one, to verify): what differs says nothing, and must not be in the corpus."""
    lines = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in batch).encode("utf-8", "surrogatepass")
    outputs = [subprocess.run([sys.executable, HERE / "oracle.py", "--record"], input=lines, stdout=subprocess.PIPE, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("0" if VERIFIES else "01")]
    first, second = ([json.loads(line) for line in output.split(b"\n") if line] for output in (outputs[0], outputs[-1]))
    return [(case, case == other and is_stable(case["expect"])) for case, other in zip(first, second)]


def is_stable(expect):
    return "object at 0x" not in expect.get("text", "") and expect.get("error") not in ("TimeoutError", "MemoryError")


def hand_written(module):
    known = len(cases.CASES)
    importlib.import_module("cases." + module)
    recorded = record(cases.CASES[known:])
    unstable = [case["id"] for case, stable in recorded if not stable]
    if unstable:
        raise SystemExit(f"cases/{module}.py: not the same twice: {', '.join(unstable)}")
    return [case for case, _ in recorded]


def generated():
    """Every case that rendered, and of those that failed one in four; none where stock Jinja2 fails by a mistake of its own, see StockJinjaTests."""
    kept, failed = [], 0
    for case, stable in record(list(generate(GENERATED_SEED, GENERATED_COUNT))):
        if not stable or case["expect"].get("error") == "NameError" or "<locals>.t_" in case["expect"].get("message", ""):
            continue
        failed += "error" in case["expect"]
        if "text" in case["expect"] or failed % 4 == 0:
            kept.append(case)
    return kept


def main():
    batches = {module: hand_written(module) for module in HAND_WRITTEN}
    batches["generated"] = generated()
    files = {f"{name}.jsonl": "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in batch) for name, batch in batches.items()}
    files["recorded-with.json"] = json.dumps({"python": ".".join(platform.python_version_tuple()[:2]), "jinja2": jinja2.__version__, "markupsafe": markupsafe.__version__}) + "\n"
    committed = {name: (HERE / "corpus" / name).read_text("utf-8", "surrogatepass") if (HERE / "corpus" / name).exists() else "" for name in files}
    changed = [name for name in files if files[name] != committed[name]]
    if VERIFIES:
        lines = [line for name in changed for line in sorted(set(files[name].split("\n")) ^ set(committed[name].split("\n")))]
        raise SystemExit(f"would change: {', '.join(changed)}\n" + "\n".join(lines) if changed else 0)
    for name in changed:
        (HERE / "corpus" / name).write_bytes(files[name].encode("utf-8", "surrogatepass"))
    print(f"{sum(len(batch) for name, batch in batches.items() if name != 'generated')} hand-written, {len(batches['generated'])} generated; wrote {', '.join(changed) or 'nothing'}")


if __name__ == "__main__":
    main()
