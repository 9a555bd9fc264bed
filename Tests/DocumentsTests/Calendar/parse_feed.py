"""Prints what icalendar reads from a feed: name, events, and where its time zone is not Oslo's."""
import datetime
import io
import json
import sys
import zoneinfo

import dateutil.tz
import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())

events = [
    {
        "uid": str(event["uid"]),
        "summary": str(event["summary"]),
        "details": str(event["description"]),
        "start": event["dtstart"].dt.isoformat(),
        "end": event["dtend"].dt.isoformat(),
        "status": str(event["status"]),
        "sequence": int(event["sequence"]),
    }
    for event in calendar.walk("vevent")
]

theirs = zoneinfo.ZoneInfo("Europe/Oslo")
(zone,) = calendar.walk("vtimezone")
# icalendar's own reading of a zone fails on the UNTIL that RFC 5545 asks for.
ours = dateutil.tz.tzical(io.StringIO(zone.to_ical().decode())).get("Europe/Oslo")
moment = datetime.datetime(1981, 1, 1, tzinfo=datetime.timezone.utc)
differing = []
while moment.year < 2051:
    if moment.astimezone(ours).utcoffset() != moment.astimezone(theirs).utcoffset():
        differing.append(moment.isoformat())
    moment += datetime.timedelta(hours=3 if 10 < moment.day < 21 else 1)

print(json.dumps(
    {"name": str(calendar["x-wr-calname"]), "events": events, "differingHours": differing[:20]}))
