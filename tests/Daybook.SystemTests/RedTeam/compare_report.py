"""Holds every figure of a rendered standard report (JSON, Markdown, HTML) against a count of the raw lines of its logs.

usage: compare_report.py REPORT_WITHOUT_ENDING DATE ZONE CLOSE|- LOG...
Prints {"compared": n, "differences": [...]}.
"""
import json
import math
import re
import sys
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

from count_period import SEVERITIES, count

OUTSIDE = re.compile(  # digits that are no figures of the day: dates, times, versions, addresses of rules and of lines, and the method's own constants
    r"\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?|\b\d\d-\d\d\b|\b\d{1,2} \w+ \d{4}( \d\d:\d\d(:\d\d)?)?|\d\d:\d\d(:\d\d)?|LLM\d\d|rule R\d+|T\d{3}\.\d|line \d+|'[^']*'"
    r"|Top 10|Edition 2023 \(version 1\.1\)|95 ?%|90%|70%|1 \(worst\) to 5|\b[0-5] - \w+ risk|\d+ of \d periods|needs scored tests and 3|last three|default 0\.5"
    r"|from 0\.\d|TZDB: \w+ \(mapping: \d+\)|\b0\.1\d\.\d\S*|\d+ values|and \d+ more|[a-z]+\d+")


class Checks:
    def __init__(self):
        self.compared, self.differences, self.figures = 0, [], set()

    def equal(self, what, expected, found):
        self.compared += 1
        if isinstance(expected, (float, Fraction)) and isinstance(found, (int, float)):
            same = math.isclose(float(expected), found, rel_tol=1e-9, abs_tol=1e-9)
        else:
            same = expected == found
        if not same:
            self.differences.append(f"{what}: expected {expected}, found {found}")

    def text(self, what, sentence, whole):
        """A sentence that the page must hold; its figures are then accounted for."""
        self.compared += 1
        self.figures.update(numbers(sentence))
        if sentence not in whole:
            self.differences.append(f"{what}: '{sentence}' is missing")

    def table(self, what, tables, rows):
        """rows: first cell -> {column: text}. The page has one table with these columns, and these rows in it."""
        columns = next(iter(rows.values())).keys()
        found = [table for table in tables if all(column in table[0] for column in columns)]
        if len(found) != 1:
            self.differences.append(f"{what}: {len(found)} tables have the columns {list(columns)}")
            return
        head, body = found[0][0], {row[0]: row for row in found[0][1:]}
        self.equal(f"{what}, rows", sorted(rows), sorted(body))
        for name, cells in rows.items():
            for column, expected in cells.items():
                self.figures.update(numbers(expected))
                if name in body:
                    self.equal(f"{what}, {name}, {column}", expected, re.sub(r" \((up|down)?(, )?(better|worse)?\)$", "", body[name][head.index(column)]))


class Page(HTMLParser):
    """The text and the tables of a page, as a screen reader gives them."""

    VOID = {"br", "hr", "img", "input", "link", "meta"}

    def __init__(self):
        super().__init__()
        self.words, self.tables, self.cell, self.silent = [], [], None, 0

    def handle_starttag(self, tag, attributes):
        if self.silent or tag in ("style", "svg", "head") or ("aria-hidden", "true") in attributes:
            self.silent += tag not in self.VOID
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif tag in ("dt", "dd", "p", "li"):
            self.words.append(" ")

    def handle_endtag(self, tag):
        if self.silent:
            self.silent -= 1
        elif tag in ("td", "th"):
            self.tables[-1][-1].append(" ".join("".join(self.cell).split()))
            self.cell = None

    def handle_data(self, data):
        if not self.silent:
            self.words.append(data)
            if self.cell is not None:
                self.cell.append(data)


def markdown(text):
    text = re.sub(r"\*\*|\\(?=[^\w\s])", "", text)
    tables, inside = [], False
    for line in text.split("\n"):
        if line.startswith("|"):
            tables += [] if inside else [[]]
            if not line.startswith("| :--") and not line.startswith("| ---"):
                tables[-1].append([cell.strip() for cell in line.strip("|").split(" | ")] if line.count(" | ") else [line.strip("| ")])
        inside = line.startswith("|")
    return text, tables


def numbers(text):
    return re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)


def fixed(value, decimals=1):
    return f"{Fraction(round(Fraction(value) * 10**decimals), 10**decimals).__float__():,.{decimals}f}"


def percent(value):
    return "not measured" if value is None else fixed(value) + "%"


def interval(bounds):
    return f"{percent(bounds[0])} to {percent(bounds[1])}" if bounds else "not measured"


def short(bounds):
    return f"{fixed(bounds[0])}–{percent(bounds[1])}" if bounds else "not measured"


def points(now, before):
    if now is None or before is None:
        return "N/A"
    text = fixed(now - before)
    text = "0.0" if text == "-0.0" else text
    return (f"+{text}" if now > before and text != "0.0" else text) + " pp"


def relative(now, before):
    if not before:
        return "N/A"
    text = fixed(Fraction(100 * (now - before), before))
    return ("0.0" if text == "-0.0" else f"+{text}" if now > before else text) + "%"


def signed(now, before, known):
    return "N/A" if not known else f"{now - before:+,}" if now != before else "0"


def plural(n, one, many):
    return f"{n:,} {one if n == 1 else many}"


def name_of(target):
    return target or "(not named)"


def check_page(checks, what, text, tables, day):
    missing = "–" if what == "Markdown" else "not measured"
    total, before, known = day["all"], day["previous"], bool(day["previous"]["tests"])
    incomplete = sum(not run["complete"] for run in day["runs"])
    checks.text(what, f"{'Partly assessed' if incomplete else 'Assessed'}: {plural(total['scored'], 'scored test', 'scored tests')} in {plural(len(day['runs']), 'run', 'runs')}", text)
    checks.text(what, f"Attacks worked in {percent(total['rate'])} of {plural(total['scored'], 'scored test', 'scored tests')} (95% interval {interval(total['interval'])};", text)
    checks.text(what, f"Findings: {total['counts']['critical']:,} critical, {total['counts']['high']:,} high.", text)
    checks.text(what, f"{plural(len(day['probes']), 'probe', 'probes')}, {plural(len(day['detectors']), 'scorer', 'scorers')}; {plural(len(day['runs']), 'run', 'runs')}, {incomplete} incomplete.", text)
    cards = {
        "Total tests": (f"{total['tests']:,}", relative(total["tests"], before["tests"])),
        "Critical and high findings": (f"{total['grave']:,}", signed(total["grave"], before["grave"], known)),
        "Attack success rate": (percent(total["rate"]), points(total["rate"], before["rate"])),
        "Violation rate": (percent(total["violation_rate"]), points(total["violation_rate"], before["violation_rate"])),
        "Success rate": (percent(total["success_rate"]), points(total["success_rate"], before["success_rate"])),
        "Availability": ("not measured", ""),
    }
    if what == "Markdown":
        checks.table(f"{what} cards", tables, {name: {"Metric": name, "Value": value, "Change": change} for name, (value, change) in cards.items()})
    else:
        for name, (value, change) in cards.items():
            direction = {"+": "up ", "-": "down "}.get(change[:1], "") if any(digit in "123456789" for digit in change) else ""
            checks.text(f"{what} card", f"{name} {value} {direction}{change}".rstrip() if change != "N/A" else f"{name} {value} N/A", text)
    checks.text(what, f"{total['scored']:,} scored", text)
    checks.text(what, f"{total['counts']['critical']:,} critical, {total['counts']['high']:,} high", text)
    checks.table(f"{what} severities", tables, {name.title(): {"Level": name.title(), "Count": f"{total['counts'][name]:,}"} for name in SEVERITIES[:4]})
    checks.table(f"{what} targets", tables, {name_of(target): {
        "Target": name_of(target), **rates(row), "Change": points(row["rate"], day["previous_targets"].get(target, {}).get("rate")),
        "Critical": f"{row['counts']['critical']:,}", "High": f"{row['counts']['high']:,}"} for target, row in day["targets"].items()})
    checks.table(f"{what} probes", tables, {probe: {
        "Probe": probe, **rates(row), "Change": points(row["rate"], day["previous_probes"].get(probe, {}).get("rate")),
        "Grade": "{} - {}".format(*row["grade"])} for probe, row in day["probes"].items()})
    checks.table(f"{what} cells", tables, {probe: {
        f"{name_of(target)} (%)": missing if day["cells"][target, probe]["rate"] is None else fixed(day["cells"][target, probe]["rate"]) for target in day["targets"]} for probe in day["probes"]})
    owasp = next(table for table in tables if table[0][0] == "Requirement")
    checks.table(f"{what} OWASP", tables, {row[0]: {"Requirement": row[0], **requirement(day["owasp"][int(row[0][3:5])])} for row in owasp[1:]})
    checks.text(what, f"Violation and attack success rate (n = {plural(sum(row['scored'] for _, row in day['series']), 'scored test', 'scored tests')})", text)
    checks.table(f"{what} series", tables, {label: {
        "Violation rate (%)": fixed(row["violation_rate"]) if row["scored"] else missing, "Attack success rate (%)": fixed(row["rate"]) if row["scored"] else missing} for label, row in day["series"]})
    checks.text(what, f"{day['days']} of them {'has' if day['days'] == 1 else 'have'} data", text)
    checks.text(what, f"The week is the pooled rate of {plural(day['days'], 'period', 'periods')} with data", text)
    timed = [run for run in day["runs"] if run["end"]]
    measured = sum(len(run["tests"]) for run in timed)
    checks.table(f"{what} performance", tables, {
        "Average response": {"Now": "not measured", "Against the week": ""},
        "Success rate": {"Now": percent(total["success_rate"]), "Against the week": points(total["success_rate"], day["week"]["success_rate"])},
        "Violation rate": {"Now": percent(total["violation_rate"]), "Against the week": points(total["violation_rate"], day["week"]["violation_rate"])},
        "Throughput": {"Now": f"{fixed(day['throughput'], 0)} tests/h", "Against the week": ""},
        "Availability": {"Now": "not measured", "Against the week": ""}})
    checks.text(what, f"{plural(measured, 'test', 'tests')} over the running time of {plural(len(timed), 'run', 'runs')} with known start and end", text)
    checks.table(f"{what} runs", tables, {run["name"]: {
        "Run": run["name"], "Target": run["target"] or "not named", "State": "complete" if run["complete"] else "incomplete", "Started": f"{run['start']:%Y-%m-%d %H:%M}",
        "Scored tests": f"{sum(test['severity'] is not None for test in run['tests']):,}", "Attack success rate": percent(rate_of(run["tests"])), "garak": run["version"]} for run in day["runs"]})


def rates(row):
    return {"Scored tests": f"{row['scored']:,}", "Attacks that worked": f"{row['violations']:,}", "Attack success rate": percent(row["rate"]), "95% interval": short(row["interval"])}


def requirement(row):
    status = "not tested" if not row["scored"] else "pass" if row["rate"] <= 10 else "partial" if row["rate"] <= 30 else "fail"
    return {"Status": status, "Scored tests": f"{row['scored']:,}", "Attacks that worked": f"{row['violations']:,}" if row["scored"] else "not measured", "Attack success rate": percent(row["rate"])}


def rate_of(tests):
    scored = [test for test in tests if test["severity"]]
    return Fraction(100 * sum(test["severity"] != "minimal" for test in scored), len(scored)) if scored else None


def check_group(checks, what, row, found):
    for key, expected in {"tests": row["tests"], "evaluated": row["scored"], "unscored": row["unscored"], "violations": row["violations"], "rate": row["rate"], "violation_rate": row["violation_rate"]}.items():
        checks.equal(f"{what}.{key}", expected, found[key])
    for name in SEVERITIES:
        checks.equal(f"{what}.{name}_count", row["counts"][name], found[f"{name}_count"])
    if row["scored"]:
        checks.equal(f"{what}.defcon", row["grade"], (found["defcon"], found["defcon_label"]))
        checks.equal(f"{what}.interval.lower", row["interval"][0], found["interval"]["lower"])
        checks.equal(f"{what}.interval.upper", row["interval"][1], found["interval"]["upper"])


def check_json(checks, report, day):
    data, total = {}, day["all"]
    collect(report["blocks"], data)
    executions = data["cob.executions"]
    for key, expected in {
        "total_executions": len(day["runs"]), "completed_executions": sum(run["complete"] for run in day["runs"]), "incomplete_executions": sum(not run["complete"] for run in day["runs"]),
        "total_tests": total["tests"], "scored_tests": total["scored"], "successful_tests": total["scored"], "unscored_tests": total["unscored"], "violations": total["violations"],
        "critical_findings": total["grave"], "unknown_count": 0, "success_rate": total["success_rate"], "violation_rate": total["violation_rate"], "attack_success_rate": total["rate"],
        "unique_models": len([name for name in day["targets"] if name]), "unique_probes": len(day["probes"]), "unique_scorers": len(day["detectors"]),
        "model_names": sorted(name for name in day["targets"] if name), "scorer_names": sorted(day["detectors"]), **{f"{name}_count": total["counts"][name] for name in SEVERITIES},
    }.items():
        checks.equal(f"executions.{key}", expected, executions[key])
    for key, rows, label in (("cob.by_model", day["targets"], "label"), ("cob.by_probe", day["probes"], "name")):
        checks.equal(f"{key}, rows", sorted(map(name_of, rows)), sorted(row[label] for row in data[key]))
        for row in data[key]:
            check_group(checks, f"{key} {row[label]}", rows[None if row[label] == "(not named)" else row[label]], row)
    judged = {row["name"]: row for row in data["cob.by_scorer"] if row["group"] == "primary"}
    checks.equal("cob.by_scorer, rows", sorted(day["detectors"]), sorted(judged))
    for name, row in day["detectors"].items():
        check_group(checks, f"cob.by_scorer {name}", row, judged[name])
    for run, found in zip(day["runs"], data["cob.runs"], strict=True):
        for key, expected in {"tests": len(run["tests"]), "scored": sum(test["severity"] is not None for test in run["tests"]), "rate": rate_of(run["tests"]), "finished_attempts": run["finished"],
                              "unfinished_attempts": run["unfinished"], "violations": sum(test["severity"] not in (None, "minimal") for test in run["tests"])}.items():
            checks.equal(f"cob.runs {run['name']}.{key}", expected, found[key])
    for (label, row), found in zip(day["series"], data["cob.historical_baselines"]["series_with_current"], strict=True):
        checks.equal(f"series {label}", (label, bool(row["scored"])), (found["label"], found["has_data"]))
        for key, expected in {"scored_tests": row["scored"], "violation_rate": row["violation_rate"], "attack_success_rate": row["rate"]}.items():
            checks.equal(f"series {label}.{key}", expected if row["scored"] else None, found[key])


def collect(blocks, into):
    """The data of all blocks; a value that stood in an earlier block is a reference there, and is taken from there."""
    for block in blocks:
        for path, value in (block.get("data") or {}).items():
            if not (isinstance(value, dict) and "$ref" in value):
                into[path] = value
        collect(block.get("sub_blocks", []), into)


def main(base, day, zone, close, *logs):
    checks = Checks()
    counted = count([Path(log) for log in logs], day, zone, None if close == "-" else close)
    check_json(checks, json.loads(Path(base + ".json").read_text(encoding="utf-8")), counted)
    text, tables = markdown(Path(base + ".md").read_text(encoding="utf-8"))
    check_page(checks, "Markdown", text, tables, counted)
    page = Page()
    page.feed(Path(base + ".html").read_text(encoding="utf-8"))
    check_page(checks, "HTML", " ".join("".join(page.words).split()), page.tables, counted)
    body = text.split("## At a glance", 1)[-1].split("\n---\n")[0]
    unexplained = [n for n in numbers(OUTSIDE.sub(" ", body)) if n not in checks.figures]
    print(json.dumps({"compared": checks.compared, "differences": checks.differences, "unexplained": unexplained}))


main(*sys.argv[1:])
