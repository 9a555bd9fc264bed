#!/usr/bin/env python3
"""An independent reference of the rules: reports, notices and requirements of a register.

  oracle.py [--alt NAME ...] FOLDER ... < questions > answers

Reads folders in the import format, then one question a line, and answers each with a line of JSON:

  ["report", "2013-01-01", "2013-06-30"]     as `avtalt report --format json`
  ["notices", "2013-03-01", "2013-03-31"]    day -> as `avtalt notices --format json`
  ["requirements", "2013-06-30"]             of each agreement in force, those that it meets

--alt takes the other reading of an ambiguous place (README.md lists them). Written to be obviously
right, not fast: every figure is a filter over plain lists of rows.
"""

import argparse
import calendar
import csv
import io
import json
import os
import sys
import unicodedata
from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache

REGIONS = ["ost", "indre_ost", "sor", "vest", "midt", "nord"]
UNITS = REGIONS + ["central"]
ALT = set()  # names of the alternative readings switched on

# ---------------------------------------------------------------- import format

# file -> (required columns, optional columns, identity; None = the whole row, counted)
FILES = {
    "counties": ("number name region", "valid_from valid_to", "number"),
    "municipalities": (
        "number name county_number",
        "region valid_from valid_to successors population language",
        "number",
    ),
    "users": ("id name email unit role", "active leave_from leave_to", "id"),
    "parties": (
        "id name kind level",
        "municipality_number county_number regions authority org_number",
        "id",
    ),
    "contacts": ("party name", "role email phone", "party name"),
    "agreements": (
        "id title designation kind owner parties status",
        "purpose areas signed_on counterpart_signatory valid_from valid_to "
        "strategic_meetings_per_year operational_meetings_per_year responsible deputy "
        "ended_on end_reason renews",
        "id",
    ),
    "commitments": ("id agreement by text measurable", "", "id"),
    "plans": ("agreement year status", "adopted_on", "agreement year"),
    "measures": (
        "id agreement year title by due_on status",
        "sub_goal responsible done_on cancelled_on result",
        "id",
    ),
    "meetings": (
        "id agreement level first_planned_on status",
        "theme held_on cancelled_on minutes",
        "id",
    ),
    "postponements": ("meeting decided_on to", "reason", None),
    "followups": (
        "id agreement title by due_on status",
        "meeting responsible done_on cancelled_on",
        "id",
    ),
    "activities": ("id on kind", "agreement party theme sub_goal participants outcome", "id"),
    "evaluations": (
        "agreement year status",
        "submitted_on approved_on recommendation reason_without_counterpart",
        "agreement year",
    ),
    "scores": ("agreement year side dimension score", "", "agreement year side dimension"),
    "settlement": (
        "municipality_number year month",
        "requested decided settled",
        "municipality_number year month",
    ),
    "grants": ("scheme year amount", "municipality_number agreement", None),
    "targets": ("unit year indicator value", "", "unit year indicator"),
}
DATES = set(
    "valid_from valid_to leave_from leave_to signed_on ended_on adopted_on due_on done_on "
    "cancelled_on first_planned_on held_on decided_on to on submitted_on approved_on".split()
)
INTS = set(
    "year month requested decided settled amount participants score population "
    "strategic_meetings_per_year operational_meetings_per_year".split()
)
BOOLS = {"active", "measurable"}
LISTS = {"parties", "areas", "regions", "successors"}


def parse_date(s):
    if "." in s:
        d, m, y = s.split(".")
        return date(int(y), int(m), int(d))
    return date.fromisoformat(s)


def parse_cell(column, text):
    text = unicodedata.normalize("NFC", text).strip()
    if column in LISTS:
        return [p.strip() for p in text.split("|") if p.strip()]
    if text == "":
        return None
    if column in DATES:
        return parse_date(text)
    if column in INTS:
        return int(text)
    if column in BOOLS:
        return {"true": True, "ja": True, "false": False, "nei": False}[text]
    if column == "value":
        return float(text)
    return text


def read_csv(path, name):
    raw = open(path, "rb").read()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    header = text.split("\n", 1)[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    required, optional, _ = FILES[name]
    known = required.split() + optional.split()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns = [c.strip() for c in next(reader)]
    for c in columns:
        if c not in known:
            raise SystemExit(f"{path}:1: {c}: unknown column")
    for c in required.split():
        if c not in columns:
            raise SystemExit(f"{path}:1: {c}: required column is absent")
    for cells in reader:
        if not any(c.strip() for c in cells):
            continue
        if len(cells) != len(columns):
            raise SystemExit(
                f"{path}:{reader.line_num}: {len(cells)} cells, expected {len(columns)}"
            )
        row = {c: ([] if c in LISTS else None) for c in known}
        for c, cell in zip(columns, cells):
            try:
                row[c] = parse_cell(c, cell)
            except (ValueError, KeyError):
                raise SystemExit(f"{path}:{reader.line_num}: {c}: bad value {cell!r}")
        yield row


class Register:
    def __init__(self, folders):
        for name, (_, _, key) in FILES.items():
            if key:
                rows = {}  # a later row with the same identity replaces the whole row
                for folder in folders:
                    path = os.path.join(folder, name + ".csv")
                    if os.path.exists(path):
                        for row in read_csv(path, name):
                            rows[tuple(row[k] for k in key.split())] = row
                setattr(self, name, list(rows.values()))
            else:
                # Grants and postponements have no identifier: equal rows of one folder are several
                # facts, the same row in a second folder is the same fact again.
                rows, total = [], Counter()
                for folder in folders:
                    path = os.path.join(folder, name + ".csv")
                    if os.path.exists(path):
                        seen = Counter()
                        for row in read_csv(path, name):
                            k = tuple(row.values())
                            seen[k] += 1
                            if seen[k] > total[k]:
                                total[k] += 1
                                rows.append(row)
                setattr(self, name, rows)
        self.county = {c["number"]: c for c in self.counties}
        self.municipality = {m["number"]: m for m in self.municipalities}
        self.user = {u["id"]: u for u in self.users}
        self.party = {p["id"]: p for p in self.parties}
        self.agreement = {a["id"]: a for a in self.agreements}
        self.meeting = {m["id"]: m for m in self.meetings}
        self.evaluation = {(e["agreement"], e["year"]): e for e in self.evaluations}
        self.plan = {(p["agreement"], p["year"]): p for p in self.plans}
        by = lambda rows, k: self._group(rows, k)
        self.commitments_of = by(self.commitments, "agreement")
        self.meetings_of = by(self.meetings, "agreement")
        self.postponements_of = by(self.postponements, "meeting")
        self.renewed = {
            a["renews"] for a in self.agreements if a["renews"] and a["status"] != "abandoned"
        }
        self.scores_of = defaultdict(list)
        for s in self.scores:
            if s["score"] is not None:
                self.scores_of[s["agreement"], s["year"], s["side"]].append(s["score"])

    @staticmethod
    def _group(rows, key):
        groups = defaultdict(list)
        for r in rows:
            groups[r[key]].append(r)
        return groups

    # ---- geography
    def municipality_region(self, number):
        m = self.municipality[number]
        return m["region"] or self.county[m["county_number"]]["region"]

    def valid_at(self, row, day):
        return (row["valid_from"] is None or row["valid_from"] <= day) and (
            row["valid_to"] is None or day <= row["valid_to"]
        )

    def stands_for(self, number, day):
        """The municipalities valid at `day` that a party with this number stands for."""
        m = self.municipality[number]
        if self.valid_at(m, day):
            return {number}
        if m["valid_to"] is not None and m["valid_to"] < day:
            return set().union(*[self.stands_for(s, day) for s in m["successors"]])
        return set()  # not yet valid: stands for nothing at that day

    def party_unit(self, party, day):
        """The region of the successors valid at the cut-off: from 2020 Svelvik (0711) is Drammen,
        in indre_ost. No split crosses regions.
        """
        if party["municipality_number"]:
            number = party["municipality_number"]
            if "activity_registered_number" not in ALT:
                regions = {self.municipality_region(n) for n in self.stands_for(number, day)}
                if len(regions) == 1:
                    return regions.pop()
            return self.municipality_region(number)
        if party["county_number"]:
            return self.county[party["county_number"]]["region"]
        if len(party["regions"]) == 1:
            return party["regions"][0]
        return "central"


# ---------------------------------------------------------------- section 4: the calendar


@cache
def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(y, month, day + 1)


@cache
def closed(d):
    if d.weekday() >= 5:
        return True
    if (d.month, d.day) in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26), (12, 24), (12, 31)):
        return True
    return (d - easter(d.year)).days in (-3, -2, 1, 39, 50)


@cache
def workdays_after(d, n):
    while n:
        d += timedelta(1)
        if not closed(d):
            n -= 1
    return d


@cache
def workdays_before(d, n):
    while n:
        d -= timedelta(1)
        if not closed(d):
            n -= 1
    return d


@cache
def moved(d):
    while closed(d):
        d += timedelta(1)
    return d


@cache
def add_months(d, n):
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    return date(y, m + 1, min(d.day, calendar.monthrange(y, m + 1)[1]))


def month_end(y, m):
    return date(y, m, calendar.monthrange(y, m)[1])


# ---------------------------------------------------------------- sections 5 and 9: rules


def in_force(a, d):
    # `ended` without ended_on (import-format does not demand one) is in force until valid_to.
    if "ended_needs_date" in ALT and a["status"] == "ended" and a["ended_on"] is None:
        return False
    return (
        a["status"] in ("active", "ended")
        and a["signed_on"] <= d
        and a["valid_from"] <= d <= a["valid_to"]
        and (a["ended_on"] is None or a["ended_on"] > d)
    )


def approved_by(reg, agreement, year, day):
    e = reg.evaluation.get((agreement, year))
    return e is not None and e["status"] == "approved" and e["approved_on"] <= day


def plan_adopted_by(reg, agreement, year, day):
    # A closed plan was adopted; without a date it is not known when.
    p = reg.plan.get((agreement, year))
    if p is None or p["adopted_on"] is None or p["adopted_on"] > day:
        return False
    if "closed_plan_not_adopted" in ALT:
        return p["status"] == "adopted"
    return p["status"] in ("adopted", "closed")


def done_by(row, day):
    return row["status"] == "done" and row["done_on"] <= day


def held_by(row, day):
    return row["status"] == "held" and row["held_on"] <= day


def cancelled_by(row, day):
    return row["status"] == "cancelled" and row["cancelled_on"] <= day


def postponed_by(reg, meeting, day):
    return any(p["decided_on"] <= day for p in reg.postponements_of[meeting["id"]])


def requirements(reg, a, c):
    y = c.year
    binding = lambda side: any(
        k["measurable"] and k["by"] in (side, "both") for k in reg.commitments_of[a["id"]]
    )
    if "r2_backwards" in ALT:
        r2 = add_months(a["valid_to"] + timedelta(1), -24) >= a["valid_from"]
    else:  # from 29 February 2012 the 24 months are over with 27 February 2014
        r2 = a["valid_to"] + timedelta(1) >= add_months(a["valid_from"], 24)
    r8 = bool(a["responsible"] and a["deputy"] and a["responsible"] != a["deputy"])
    for u in (a["responsible"], a["deputy"]):
        if r8 and reg.user[u]["active"] is False:
            r8 = False
        if r8 and "r8_leave" in ALT and not there(reg, u, c):
            r8 = False
    dec31 = date(y - 1, 12, 31)
    return {
        "R1": a["counterpart_signatory"] in ("mayor", "chief_executive", "director"),
        "R2": r2,
        "R3": bool(a["purpose"]),
        "R4": bool(a["areas"])
        and (a["kind"] != "municipal" or bool({"settlement", "qualification"} & set(a["areas"]))),
        "R5": binding("imdi") and binding("counterpart"),
        "R6": plan_adopted_by(reg, a["id"], y, c),
        "R7": (a["strategic_meetings_per_year"] or 0) >= 1,
        "R8": r8,
        "R9": approved_by(reg, a["id"], y - 1, c) or not in_force(a, dec31),
    }


# ---------------------------------------------------------------- section 9: the report


def ratio(n, d):
    return {"numerator": n, "denominator": d, "value": n / d if d else None}


def mean(values):
    return {"value": sum(values) / len(values) if values else None, "n": len(values)}


def median(values):
    v = sorted(values)
    n = len(v)
    if n == 0:
        return {"value": None, "n": 0}
    return {"value": v[n // 2] if n % 2 else (v[n // 2 - 1] + v[n // 2]) / 2, "n": n}


def figures(reg, p, c, units, covered, latest):
    """All indicators of the period [p, c] for what belongs to one of `units`."""
    y = c.year
    dec31 = date(y - 1, 12, 31)
    within = lambda d: d is not None and p <= d <= c
    owner = lambda row: reg.agreement[row["agreement"]]["owner"]
    mine = lambda row: owner(row) in units
    agreements = [a for a in reg.agreements if a["owner"] in units]
    force = [a for a in agreements if in_force(a, c)]
    out = {}

    out["agreements_in_force"] = {
        "value": len(force),
        "by": {
            "kind": {
                k: sum(a["kind"] == k for a in force) for k in ("municipal", "sector", "voluntary")
            }
        },
    }

    municipalities = [
        m["number"]
        for m in reg.municipalities
        if reg.valid_at(m, c) and reg.municipality_region(m["number"]) in units
    ]
    out["municipalities_covered"] = ratio(
        sum(m in covered for m in municipalities), len(municipalities)
    )

    # Settlement rows belong to the region of the number they are given under (any number of the
    # register, valid at C or not; they ought to be, since numbers change on 1 January only).
    settled = {
        n: v
        for (n, col), v in latest.items()
        if col == "settled" and reg.municipality_region(n) in units
    }
    out["settled_under_agreement"] = ratio(
        sum(v for n, v in settled.items() if n in covered), sum(settled.values())
    )

    out["plan_coverage"] = ratio(
        sum(plan_adopted_by(reg, a["id"], y, c) for a in force), len(force)
    )

    meetings = [m for m in reg.meetings if mine(m) and within(m["first_planned_on"])]
    held = [m for m in meetings if held_by(m, c)]
    out["meetings_held"] = ratio(len(held), len(meetings))
    out["meetings_postponed"] = ratio(sum(postponed_by(reg, m, c) for m in meetings), len(meetings))
    out["meetings_cancelled"] = ratio(sum(cancelled_by(m, c) for m in meetings), len(meetings))
    out["meeting_delay_days"] = median(
        [max(0, (m["held_on"] - m["first_planned_on"]).days) for m in held]
    )

    followups = [
        f for f in reg.followups if mine(f) and within(f["due_on"]) and not cancelled_by(f, c)
    ]
    out["followups_on_time"] = ratio(
        sum(done_by(f, c) and f["done_on"] <= f["due_on"] for f in followups), len(followups)
    )

    measures = [
        m for m in reg.measures if mine(m) and within(m["due_on"]) and not cancelled_by(m, c)
    ]
    out["measures_done"] = ratio(sum(done_by(m, c) for m in measures), len(measures))

    # I8 counts agreements that its denominator has; I9 takes every approved evaluation.
    then = [a for a in agreements if in_force(a, dec31)]
    approved = [
        e
        for e in reg.evaluations
        if mine(e) and e["year"] == y - 1 and approved_by(reg, e["agreement"], y - 1, c)
    ]
    out["evaluation_coverage"] = ratio(
        (
            len(approved)
            if "i8_unrestricted" in ALT
            else sum(approved_by(reg, a["id"], y - 1, c) for a in then)
        ),
        len(then),
    )
    if "i9_restricted" in ALT:
        approved = [e for e in approved if in_force(reg.agreement[e["agreement"]], dec31)]
    for side in ("imdi", "counterpart"):
        answered = [
            reg.scores_of[e["agreement"], e["year"], side]
            for e in approved
            if reg.scores_of.get((e["agreement"], e["year"], side))
        ]
        out["score_" + side] = mean([sum(s) / len(s) for s in answered])

    met = [requirements(reg, a, c) for a in force]
    out["commitment_grade"] = ratio(sum(sum(r.values()) for r in met), 9 * len(force))
    out["anchored"] = ratio(sum(r["R1"] for r in met), len(force))

    def activity_unit(x):
        return owner(x) if x["agreement"] else reg.party_unit(reg.party[x["party"]], c)

    activities = [x for x in reg.activities if within(x["on"]) and activity_unit(x) in units]
    out["activities"] = {
        "value": len(activities),
        "by": {
            "kind": dict(sorted(Counter(x["kind"] for x in activities).items())),
            "sub_goal": dict(
                sorted(Counter(x["sub_goal"] for x in activities if x["sub_goal"]).items())
            ),
        },
    }

    # I13: whatever the state of the agreement.
    late = [
        (c - r["due_on"]).days
        for r in reg.followups + reg.measures
        if mine(r)
        and r["due_on"] < c
        and not done_by(r, c)
        and not cancelled_by(r, c)
        and not ("overdue_in_force" in ALT and not in_force(reg.agreement[r["agreement"]], c))
    ]
    out["overdue"] = {
        "value": len(late),
        "up_to_30": sum(1 <= d <= 30 for d in late),
        "31_to_90": sum(31 <= d <= 90 for d in late),
        "over_90": sum(d > 90 for d in late),
    }

    # I14: bodies of ended counties keep their cell, since parties have no validity period.
    cells = set()
    for q in reg.parties:
        if q["kind"] not in ("sector_authority", "county_authority", "county_governor"):
            continue
        if q["level"] == "national":
            cells.add(("central", q["id"]))
        elif q["level"] == "regional":
            cells |= {(r, q["id"]) for r in q["regions"]}
        elif q["level"] == "county" and q["county_number"]:
            if "ended_county_no_cell" in ALT and not reg.valid_at(
                reg.county[q["county_number"]], c
            ):
                continue
            cells.add((reg.county[q["county_number"]]["region"], q["id"]))
    cells = {x for x in cells if x[0] in units}
    sector = {(a["owner"], q) for a in force if a["kind"] == "sector" for q in a["parties"]}
    out["sector_coverage"] = ratio(len(cells & sector), len(cells))

    sums = {
        col: sum(
            v for (n, k), v in latest.items() if k == col and reg.municipality_region(n) in units
        )
        for col in ("requested", "decided", "settled")
    }
    out["settlement"] = {**sums, **ratio(sums["settled"], sums["decided"])}

    def grant_unit(g):
        return owner(g) if g["agreement"] else reg.municipality_region(g["municipality_number"])

    def counts(g):
        return (
            in_force(reg.agreement[g["agreement"]], c)
            if g["agreement"]
            else g["municipality_number"] in covered
        )

    grants = [g for g in reg.grants if g["year"] == y and grant_unit(g) in units]
    money = lambda gs: ratio(
        sum(g["amount"] for g in gs if counts(g)), sum(g["amount"] for g in gs)
    )
    out["grants"] = {
        **money(grants),
        "by": {
            "scheme": {
                s: money([g for g in grants if g["scheme"] == s])
                for s in sorted({g["scheme"] for g in grants})
            }
        },
    }

    municipal = lambda row: reg.agreement[row["agreement"]]["kind"] == "municipal"
    out["municipal_meetings"] = {
        "value": sum(
            1
            for m in reg.meetings
            if mine(m) and municipal(m) and m["status"] == "held" and within(m["held_on"])
        )
        + sum(
            1
            for x in activities
            if x["kind"] == "visit"
            and (
                municipal(x)
                if x["agreement"]
                else reg.party[x["party"]]["kind"] in ("municipality", "city_district")
            )
        )
    }
    return out


SPREAD = (
    "municipalities_covered settled_under_agreement plan_coverage meetings_held meetings_postponed "
    "meetings_cancelled followups_on_time measures_done evaluation_coverage commitment_grade "
    "anchored sector_coverage settlement grants"
).split()


def report(reg, p, c):
    y = c.year
    # covered municipalities: any municipal agreement in force, whichever unit owns it
    covered = set()
    for a in reg.agreements:
        if a["kind"] == "municipal" and in_force(a, c):
            for q in a["parties"]:
                q = reg.party[q]
                if q["kind"] in ("municipality", "city_district"):
                    for n in reg.stands_for(q["municipality_number"], c):
                        if (
                            "covered_by_own_region" not in ALT
                            or reg.municipality_region(n) == a["owner"]
                        ):
                            covered.add(n)
    latest = {}  # (municipality, column) -> figure of the latest month that has one
    for s in sorted(reg.settlement, key=lambda s: s["month"]):
        if s["year"] == y and month_end(y, s["month"]) <= c:
            for col in ("requested", "decided", "settled"):
                if s[col] is not None:
                    latest[s["municipality_number"], col] = s[col]
    units = {u: figures(reg, p, c, {u}, covered, latest) for u in UNITS}
    spread = {}
    for i in SPREAD:
        have = [(u, units[u][i]["value"]) for u in REGIONS if units[u][i]["value"] is not None]
        if not have:
            spread[i] = None
            continue
        high = max(have, key=lambda x: x[1])  # max and min keep the first of equals
        low = min(have, key=lambda x: x[1])
        spread[i] = {
            "highest": {"unit": high[0], "value": high[1]},
            "lowest": {"unit": low[0], "value": low[1]},
            "difference": high[1] - low[1],
        }
    return {
        "period": {"from": p.isoformat(), "to": c.isoformat()},
        "units": units,
        "total": figures(reg, p, c, set(UNITS), covered, latest),
        "spread": spread,
    }


# ---------------------------------------------------------------- section 7: notices


def there(reg, user, day):
    if not user:
        return False
    u = reg.user[user]
    if u["active"] is False:  # empty = active
        return False
    if u["leave_from"] is None and u["leave_to"] is None:
        return True
    # both ends of a leave are leave; an end that is not given is open
    return not (
        (u["leave_from"] is None or u["leave_from"] <= day)
        and (u["leave_to"] is None or day <= u["leave_to"])
    )


def recipients(reg, roles, unit, responsible, deputy, day):
    def holders(role, of_unit=None):
        return {
            u["id"]
            for u in reg.users
            if u["role"] == role
            and (of_unit is None or u["unit"] == of_unit)
            and there(reg, u["id"], day)
        }

    def head_office():
        return holders("head_office_analyst")

    def director():
        ds = (
            holders("head_office_director")
            if unit == "central"
            else holders("regional_director", unit)
        )
        return ds or head_office()

    def the_deputy():
        return {deputy} if there(reg, deputy, day) else director()

    def the_responsible():
        return {responsible} if there(reg, responsible, day) else the_deputy()

    def coordinator():
        return holders("settlement_coordinator", unit) or director()

    find = {
        "responsible": the_responsible,
        "deputy": the_deputy,
        "director": director,
        "head_office": head_office,
        "coordinator": coordinator,
    }
    return sorted(set().union(*[find[r]() for r in roles]))


R, D, DIR, HO = "responsible", "deputy", "director", "head_office"


def planned_on(reg, meeting, day):
    # As the register stands: all postponements count, whenever decided; the last is the last
    # decided, of one day the last in the file.
    ps = reg.postponements_of[meeting["id"]]
    if "postponements_as_of_day" in ALT:
        ps = [p for p in ps if p["decided_on"] <= day]
    if "last_postponement_in_file" not in ALT:
        ps = sorted(ps, key=lambda p: p["decided_on"])
    return ps[-1]["to"] if ps else meeting["first_planned_on"]


def notices(reg, day):
    if closed(day):
        return []
    found = []

    def rule(name, subject, due, stages, unit, responsible=None, deputy=None):
        """stages: list of (date, roles); those whose date is `day` are notices, also when nobody
        is there to get one.
        """
        for number, (when, roles) in enumerate(stages, 1):
            if when == day:
                found.append(
                    {
                        "rule": name,
                        "subject": subject,
                        "due_on": due.isoformat(),
                        "stage": number,
                        "recipients": recipients(reg, roles, unit, responsible, deputy, day),
                    }
                )

    def live(
        a,
    ):  # meetings, follow-ups and measures are told of whatever the state of their agreement
        return not (
            "subject_active_only" in ALT
            and a["status"] != "active"
            or "subject_in_force_only" in ALT
            and not in_force(a, day)
        )

    for m in reg.meetings:
        a = reg.agreement[m["agreement"]]
        if m["status"] == "planned" and live(a):
            due = planned_on(reg, m, day)
            rule(
                "meeting.upcoming",
                m["id"],
                due,
                [(workdays_before(due, 10), [R]), (workdays_before(due, 2), [R, D])],
                a["owner"],
                a["responsible"],
                a["deputy"],
            )
            rule(
                "meeting.outcome",
                m["id"],
                due,
                [
                    (workdays_after(due, 2), [R]),
                    (workdays_after(due, 10), [DIR]),
                    (workdays_after(due, 20), [HO]),
                ],
                a["owner"],
                a["responsible"],
                a["deputy"],
            )

    for name, rows in (("followup.due", reg.followups), ("measure.due", reg.measures)):
        for f in rows:
            a = reg.agreement[f["agreement"]]
            if f["status"] in ("done", "cancelled") or not live(a):
                continue
            due = f["due_on"]
            # "on the day": a due date on a closed day is read as a calendar date that moves on.
            on_the_day = due if "due_day_unmoved" in ALT else moved(due)
            responsible = f["responsible"] or a["responsible"]
            if "own_absent_to_agreement_responsible" in ALT and not there(reg, responsible, day):
                responsible = a["responsible"]
            rule(
                name,
                f["id"],
                due,
                [
                    (workdays_before(due, 5), [R]),
                    (on_the_day, [R]),
                    (workdays_after(due, 5), [R, D]),
                    (workdays_after(due, 10), [DIR]),
                    (workdays_after(due, 20), [HO]),
                ],
                a["owner"],
                responsible,
                a["deputy"],
            )

    for a in reg.agreements:
        who = (a["owner"], a["responsible"], a["deputy"])
        y = day.year
        # "in force" is judged on the day the notice is produced, i.e. on the moved date; an `ended`
        # agreement whose ended_on is still to come is in force that day
        now = in_force(a, day)
        if "ended_never_in_force_for_notices" in ALT and a["status"] != "active":
            now = False
        if "in_force_on_nominal_date" in ALT and day in (
            moved(date(y, 3, 1)),
            moved(date(y, 6, 1)),
            moved(date(y, 10, 1)),
        ):
            nominal = max(d for d in (date(y, 3, 1), date(y, 6, 1), date(y, 10, 1)) if d <= day)
            missing_now = in_force(a, nominal)
        else:
            missing_now = now
        if missing_now:
            ms = [
                m
                for m in reg.meetings_of[a["id"]]
                if m["level"] == "strategic"
                and m["status"] in ("planned", "held")
                and (m["held_on"] or planned_on(reg, m, day)).year == y
            ]
            if len(ms) < (a["strategic_meetings_per_year"] or 0):
                rule(
                    "meeting.missing",
                    a["id"],
                    date(y, 12, 31),
                    [
                        (moved(date(y, 3, 1)), [R]),
                        (moved(date(y, 6, 1)), [DIR]),
                        (moved(date(y, 10, 1)), [HO]),
                    ],
                    *who,
                )
        for y in (day.year, day.year + 1):
            plan = reg.plan.get((a["id"], y))
            ok = ("adopted",) if "closed_plan_not_adopted" in ALT else ("adopted", "closed")
            if in_force(a, date(y, 1, 1)) and not (plan and plan["status"] in ok):
                rule(
                    "plan.missing",
                    a["id"],
                    date(y, 1, 31),
                    [
                        (moved(date(y - 1, 12, 1)), [R]),
                        (moved(date(y, 1, 15)), [R]),
                        (moved(date(y, 2, 1)), [DIR]),
                        (moved(date(y, 3, 1)), [HO]),
                    ],
                    *who,
                )
        for y in (day.year - 1, day.year):
            e = reg.evaluation.get((a["id"], y))
            if "evaluation_row_needed" in ALT and e is None:
                continue
            if in_force(a, date(y, 11, 15)) and not (e and e["status"] == "approved"):
                rule(
                    "evaluation.due",
                    a["id"],
                    date(y + 1, 1, 31),
                    [
                        (moved(date(y, 11, 15)), [R]),
                        (moved(date(y, 12, 15)), [R, D]),
                        (moved(date(y + 1, 1, 15)), [R, D]),
                        (moved(date(y + 1, 2, 10)), [DIR]),
                        (moved(date(y + 1, 3, 1)), [HO]),
                    ],
                    *who,
                )
        to = a["valid_to"]
        if to and a["id"] not in reg.renewed:
            if now:
                rule(
                    "agreement.expiry",
                    a["id"],
                    to,
                    [
                        (moved(add_months(to, -12)), [R]),
                        (moved(add_months(to, -6)), [R]),
                        (moved(add_months(to, -3)), [R, DIR]),
                        (moved(add_months(to, -1)), [DIR]),
                    ],
                    *who,
                )
            if a["status"] == "active" and day > to:
                rule(
                    "agreement.expired",
                    a["id"],
                    to,
                    [(workdays_after(to, 1), [R, DIR]), (workdays_after(to, 20), [HO])],
                    *who,
                )

    first = day.replace(day=1)
    last_month = first - timedelta(1)
    y, m = last_month.year, last_month.month
    stages = [
        (workdays_after(last_month, 5), ["coordinator"]),
        (workdays_after(last_month, 10), [DIR]),
    ]
    for region in REGIONS if any(when == day for when, _ in stages) else []:
        rows = [
            s
            for s in reg.settlement
            if s["year"] == y and reg.municipality_region(s["municipality_number"]) == region
        ]
        missing = False
        for number in {s["municipality_number"] for s in rows}:
            own = sorted(
                (s for s in rows if s["municipality_number"] == number), key=lambda s: s["month"]
            )
            decided = [s["decided"] for s in own if s["decided"] is not None]
            # `decided` for the year: the latest figure of the year that the register has
            if "decided_any" in ALT:
                has = any(v > 0 for v in decided)
            elif "decided_to_month" in ALT:
                upto = [s["decided"] for s in own if s["decided"] is not None and s["month"] <= m]
                has = bool(upto) and upto[-1] > 0
            else:
                has = bool(decided) and decided[-1] > 0
            if has and not any(s["month"] == m and s["settled"] is not None for s in own):
                missing = True
        if missing:
            rule("settlement.missing", region, last_month, stages, region)

    return sorted(found, key=lambda n: (n["rule"], n["subject"], n["due_on"], n["stage"]))


# ---------------------------------------------------------------- questions and answers


def span(reg, first, last):
    days = (first + timedelta(i) for i in range((last - first).days + 1))
    return {d.isoformat(): notices(reg, d) for d in days}


def all_requirements(reg, day):
    found = []
    for a in sorted(reg.agreements, key=lambda a: a["id"]):
        if in_force(a, day):
            met = requirements(reg, a, day)
            found.append({"agreement": a["id"], "met": [code for code in met if met[code]]})
    return found


ANSWERS = {"report": report, "notices": span, "requirements": all_requirements}


def answer(reg, line):
    question = json.loads(line)
    return ANSWERS[question[0]](reg, *map(date.fromisoformat, question[1:]))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--alt", action="append", default=[], metavar="NAME")
    parser.add_argument("folder", nargs="+")
    arguments = parser.parse_args()
    ALT.update(arguments.alt)
    reg = Register(arguments.folder)
    for line in sys.stdin:
        print(json.dumps(answer(reg, line), ensure_ascii=False))


if __name__ == "__main__":
    main()
