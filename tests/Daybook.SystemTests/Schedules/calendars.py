"""Reads and writes calendars (RFC 5545) with libraries that Daybook shares no code with; takes a word, reads JSON from standard input and writes JSON.

read: [{"ics": "...", "zone": "...", "times": ["18:00", ...], "from": date, "days": n}] -> [events as python3-icalendar understands them, instants in UTC,
    and under "due" those that zoneinfo gives for the times in the zone]
write-icalendar, write-vobject: {} -> {"ics": "...", "holidays": {date: name}, "closes": {date: time in New York}}
"""
import datetime as dt
import json
import sys
import zoneinfo

from dateutil.rrule import rrulestr

UTC = dt.timezone.utc
NEW_YORK = zoneinfo.ZoneInfo("America/New_York")
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2036, 12, 31)
LONG = "Sommerfest, \"alle\"; Büro zu \\ 長い祝日の名前 🎉 " * 4


def text_of(instant):
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def due(body):
    zone, first = zoneinfo.ZoneInfo(body["zone"]), dt.date.fromisoformat(body["from"])
    return [text_of(dt.datetime.combine(first + dt.timedelta(days=day), dt.time.fromisoformat(time), zone)) for day in range(body["days"]) for time in body["times"]]


def read(body):
    return [calendar_of(case) | {"due": due(case)} for case in body]


def calendar_of(body):
    import icalendar

    calendar = icalendar.Calendar.from_ical(body["ics"])
    events = [
        {
            "uid": str(event["UID"]),
            "start": text_of(event.decoded("DTSTART")),
            "minutes": event.decoded("DURATION") // dt.timedelta(minutes=1),
            "stamp": text_of(event.decoded("DTSTAMP")),
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "status": str(event["STATUS"]),
            "transp": str(event["TRANSP"]),
        }
        for event in calendar.walk("VEVENT")
    ]
    return {
        "name": str(calendar["X-WR-CALNAME"]),
        "version": str(calendar["VERSION"]),
        "refresh": str(calendar["REFRESH-INTERVAL"]),
        "errors": [str(error) for part in calendar.walk() for error in part.errors],
        "longest": max(len(line) for line in body["ics"].encode().split(b"\r\n")),
        "bare": body["ics"].replace("\r\n", "").count("\n"),
        "events": events,
    }


def series(rule, start, without=()):
    return [found.date() for found in rrulestr(rule, dtstart=dt.datetime.combine(start, dt.time()), ignoretz=True).between(
        dt.datetime.combine(FIRST, dt.time()), dt.datetime.combine(LAST, dt.time()), inc=True) if found.date() not in without]


def one_line(name):
    """Names are kept on one line, at most 200 characters of them."""
    return name.replace("\n", " ")[:200].strip()


def write_icalendar(_):
    import icalendar
    import pytz

    calendar, holidays, closes = icalendar.Calendar(), {}, {}
    calendar.add("prodid", "-//Somebody//Somewhere//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Days, \"off\"; and \\ more")
    numbers = iter(range(1000))

    def event(name, start, **fields):
        added = icalendar.Event()
        added.add("uid", fields.pop("uid", f"{next(numbers)}@example"))
        added.add("summary", name)
        added.add("dtstamp", dt.datetime(2026, 1, 1, tzinfo=UTC))
        added.add("dtstart", start)
        for field, value in fields.items():
            added.add(field.replace("_", "-"), value)
        calendar.add_component(added)
        return added

    def holiday(name, dates):
        holidays.update({date.isoformat(): one_line(name) for date in dates})

    event("One day", dt.date(2026, 5, 14))
    holiday("One day", [dt.date(2026, 5, 14)])
    event(LONG, dt.date(2026, 7, 30), dtend=dt.date(2026, 8, 2))
    holiday(LONG, [dt.date(2026, 7, 30), dt.date(2026, 7, 31), dt.date(2026, 8, 1)])
    event("Two\nlines", dt.date(2026, 9, 1), duration=dt.timedelta(days=2))
    holiday("Two\nlines", [dt.date(2026, 9, 1), dt.date(2026, 9, 2)])
    event("Founding", dt.date(2020, 5, 2), rrule={"freq": "yearly", "until": dt.date(2030, 12, 31)}, exdate=dt.date(2027, 5, 2))
    holiday("Founding", series("FREQ=YEARLY;UNTIL=20301231", dt.date(2020, 5, 2), [dt.date(2027, 5, 2)]))
    event("Last Friday", dt.date(2027, 1, 29), rrule={"freq": "monthly", "byday": "-1FR", "count": 9})
    holiday("Last Friday", series("FREQ=MONTHLY;BYDAY=-1FR;COUNT=9", dt.date(2027, 1, 29)))
    event("Every third week", dt.date(2032, 2, 29), rrule={"freq": "weekly", "interval": 3, "byday": ["TU", "SU"], "wkst": "SU", "until": dt.date(2033, 2, 28)})
    holiday("Every third week", series("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU;WKST=SU;UNTIL=20330228", dt.date(2032, 2, 29)))
    event("Moves", dt.date(2026, 3, 3), uid="moves", rrule={"freq": "yearly", "count": 3})
    event("Moved", dt.date(2027, 3, 5), uid="moves", recurrence_id=dt.date(2027, 3, 3))
    holiday("Moves", [dt.date(2026, 3, 3), dt.date(2028, 3, 3)])
    holiday("Moved", [dt.date(2027, 3, 5)])
    event("Called off", dt.date(2026, 6, 1), status="CANCELLED")
    event("Nobody is away", dt.date(2026, 6, 2), transp="TRANSPARENT")
    for name, zone, start in [
        ("Half a day", "America/New_York", dt.datetime(2026, 11, 27, 13, 0)),
        ("After London", "Europe/London", dt.datetime(2026, 12, 24, 18, 30)),
        ("The weeks that differ", "Europe/London", dt.datetime(2026, 3, 20, 17, 0)),
    ]:
        event(name, pytz.timezone(zone).localize(start), duration=dt.timedelta(hours=1))
        local = start.replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(NEW_YORK)
        closes[local.date().isoformat()] = local.strftime("%H:%M")
    event("In UTC", dt.datetime(2026, 12, 31, 18, 0, tzinfo=UTC))
    closes["2026-12-31"] = "13:00"
    return {"ics": calendar.to_ical().decode(), "holidays": holidays, "closes": closes}


def write_vobject(_):
    import vobject
    from dateutil import tz

    calendar, holidays, closes = vobject.iCalendar(), {}, {}

    def event(name, start, end=None, rule=None):
        added = calendar.add("vevent")
        added.add("summary").value = name
        added.add("dtstart").value = start
        if end:
            added.add("dtend").value = end
        if rule:
            added.add("rrule").value = rule

    event(LONG, dt.date(2026, 12, 24), dt.date(2026, 12, 27))
    holidays.update({f"2026-12-{day}": one_line(LONG) for day in (24, 25, 26)})
    event("Founding", dt.date(2020, 5, 2), rule="FREQ=YEARLY;COUNT=9")
    holidays.update({date.isoformat(): "Founding" for date in series("FREQ=YEARLY;COUNT=9", dt.date(2020, 5, 2))})
    for date in (dt.date(2026, 7, 31), dt.date(2026, 11, 27)):
        event("Half a day", dt.datetime.combine(date, dt.time(13), tz.gettz("America/New_York")))
        closes[date.isoformat()] = "13:00"
    event("In UTC", dt.datetime(2026, 7, 2, 17, 0, tzinfo=tz.UTC))
    closes["2026-07-02"] = "13:00"
    return {"ics": calendar.serialize(), "holidays": holidays, "closes": closes}


WORK = {"read": read, "write-icalendar": write_icalendar, "write-vobject": write_vobject}
json.dump(WORK[sys.argv[1]](json.load(sys.stdin)), sys.stdout)
