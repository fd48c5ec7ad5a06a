"""Computes schedules with Python's zoneinfo, dateutil and croniter alone; reads JSON from standard input and writes JSON.

{"rules": [{"rule": "FREQ=...", "start": "2026-01-01", "most": 60, "until": "2060-01-01"}]} -> [["2026-01-01", ...], ...]
{"zones": [{"zone": "...", "changes": [[utc seconds, offset after]], "dates": [...], "times": [...]}]}
    -> [null (this data and ours disagree, or the zone is unknown) or [[first, second, end of gap, shifted], ...] in UTC seconds]
{"crons": [{"expression": "30 18 * * 1-5", "from": "2026-01-01T00:00:00", "most": 40, "until": "2034-01-01T00:00:00"}]} -> [["2026-01-01T18:30:00", ...], ...]
"""
import datetime as dt
import json
import sys
import zoneinfo

from dateutil.rrule import rrulestr

UTC = dt.timezone.utc

# dateutil walks a rule that names no date up to this year.
dt.MAXYEAR = 2061


def dates_of(case):
    start = dt.datetime.fromisoformat(case["start"])
    until = dt.datetime.fromisoformat(case["until"])
    dates = []
    for found in rrulestr(case["rule"], dtstart=start):
        if found > until or len(dates) == case["most"]:
            break
        dates.append(found.date().isoformat())
    return dates


def times_of(case):
    from croniter import CroniterBadDateError, croniter

    until, times = dt.datetime.fromisoformat(case["until"]), []
    found = croniter(case["expression"], dt.datetime.fromisoformat(case["from"]))
    try:
        while len(times) < case["most"] and (at := found.get_next(dt.datetime)) < until:
            times.append(at.isoformat())
    except CroniterBadDateError:
        pass
    return times


def offset_at(zone, seconds):
    return int(dt.datetime.fromtimestamp(seconds, UTC).astimezone(zone).utcoffset().total_seconds())


def agrees(zone, changes):
    return all(offset_at(zone, at) == after and (i == 0 or offset_at(zone, at - 1) == changes[i - 1][1]) for i, (at, after) in enumerate(changes))


def moments_of(case):
    try:
        zone = zoneinfo.ZoneInfo(case["zone"])
    except zoneinfo.ZoneInfoNotFoundError:
        return None
    if not agrees(zone, case["changes"]):
        return None
    return [moment(zone, dt.datetime.fromisoformat(date + "T" + time)) for date in case["dates"] for time in case["times"]]


def moment(zone, wall):
    early, late = (int(wall.replace(tzinfo=zone, fold=fold).utcoffset().total_seconds()) for fold in (0, 1))
    naive = int(wall.replace(tzinfo=UTC).timestamp())
    if early == late:
        return [naive - early] * 4
    if early > late:
        # The clock shows it twice.
        return [naive - early, naive - late, naive - early, naive - early]
    # The clock leaves it out: the change lies between the two readings.
    below, above = naive - late - 1, naive - early
    while above - below > 1:
        middle = (below + above) // 2
        if offset_at(zone, middle) == late:
            above = middle
        else:
            below = middle
    return [above, above, above, naive - early]


body = json.load(sys.stdin)
json.dump(
    {
        "rules": [dates_of(case) for case in body.get("rules", [])],
        "zones": [moments_of(case) for case in body.get("zones", [])],
        "crons": [times_of(case) for case in body.get("crons", [])],
    },
    sys.stdout,
)
