#!/usr/bin/env python3
"""A register made at random, in the import format, on top of Config/norway.

  generate.py --seed N --out FOLDER [--agreements K] [--years 2011-2015] [--plain]

The same arguments give the same bytes. What is written is valid, and likes trouble: dates on
holidays, weekends, leap days and the days where rules change; municipalities that merge, split and
change region; agreements that last a day less than two years; people on leave. Without --plain
each file has an encoding, separator, line end, column order and form of dates of its own, and its
rows are shuffled.
"""

import argparse
import calendar
import csv
import io
import os
import random
import unicodedata
from datetime import date, timedelta

from oracle import FILES, REGIONS, UNITS, add_months, easter, month_end

NORWAY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Config/norway")
DAY = timedelta(1)
KINDS = "visit phone seminar conference network guidance training media other".split()
AREAS = (
    "settlement qualification employment equal_services planning knowledge participation "
    "children_youth interpreting other"
).split()
DESIGNATIONS = "samarbeidsavtale partnerskapsavtale Includio K+ KINN prinsippdokument".split()
THEMES = ["bosetting", "kvalifisering", "språk, arbeid", "tolk; kvalitet", "«barn og unge»", ""]
SCHEMES = ["jobbsjansen", "utviklingsmidler", "integreringstilskudd"]
SIDES = ("imdi", "counterpart", "both")
SECTOR_DIMENSIONS = "coordination knowledge meetings commitments regional overall".split()
DIMENSIONS = {
    "municipal": (
        "settlement qualification services knowledge anchoring commitments overall"
    ).split(),
    "sector": SECTOR_DIMENSIONS,
    "voluntary": SECTOR_DIMENSIONS,
}
# The days of a year on which something changes, as month and day.
EDGES = (
    "01-01 01-02 01-15 01-31 02-01 02-10 03-01 03-31 05-01 05-17 05-31 06-01 06-30 07-01 07-31 "
    "08-31 09-30 10-01 10-31 11-14 11-15 11-16 11-30 12-01 12-15 12-24 12-25 12-26 12-30 12-31"
).split()
EASTER_EDGES = (-8, -4, -3, -2, -1, 0, 1, 2, 38, 39, 40, 49, 50, 51)
NEAR = (-60, -20, -7, -2, -1, 0, 0, 0, 1, 2, 5, 14, 30, 31, 45, 90, 91)
TERMS = (6, 12, 23, 24, 24, 24, 24, 25, 36, 36, 48, 48, 60, 60, 72)
DISTRICTS = {"0301": 15, "1601": 4, "5001": 4, "1103": 7, "1201": 8, "4601": 8}


def read(name):
    with open(os.path.join(NORWAY, name), encoding="utf-8") as file:
        return list(csv.DictReader(file))


def day(text):
    return date.fromisoformat(text) if text else None


class Generator:
    def __init__(self, seed, agreements, years, plain):
        self.random = random.Random(f"{seed} {agreements} {years}")
        self.count = agreements
        self.first_year, self.last_year = years
        self.plain = plain
        self.rows = {name: [] for name in FILES}
        self.counties = {c["number"]: c for c in read("counties.csv")}
        self.municipalities = {m["number"]: m for m in read("municipalities.csv")}
        for m in self.municipalities.values():
            m["successors"] = m["successors"].split("|") if m["successors"] else []

    def run(self):
        self.add_parties()
        self.add_users()
        self.choose_world()
        serials = {}
        for _ in range(self.count):
            self.add_agreement(serials)
        self.add_party_activities()
        for year in range(self.first_year, self.last_year + 1):
            self.add_settlement(year)
            self.add_grants(year)
            self.add_targets(year)
        self.add_contacts()
        return self.rows

    # ---- chance

    def chance(self, probability):
        return self.random.random() < probability

    def maybe(self, probability, value):
        return value if self.chance(probability) else None

    def year(self):
        return self.random.randint(self.first_year, self.last_year)

    def near(self, day):
        return day + self.random.choice(NEAR) * DAY

    def edge(self, year):
        """A day of the year, more often than not one that means trouble."""
        if self.chance(0.45):
            return date(year, 1, 1) + self.random.randrange(365 + calendar.isleap(year)) * DAY
        february = month_end(year, 2)
        edges = [date.fromisoformat(f"{year}-{text}") for text in EDGES]
        edges += [february - DAY, february, february]
        edges += [easter(year) + offset * DAY for offset in EASTER_EDGES]
        found = self.random.choice(edges)
        if self.chance(0.25):  # the Saturday or Sunday after
            found += (self.random.choice((5, 6)) - found.weekday()) % 7 * DAY
        return found if found.year == year else found - 7 * DAY

    def add(self, name, /, **row):
        self.rows[name].append(row)
        return row

    # ---- parties and people

    def region(self, number):
        m = self.municipalities[number]
        return m["region"] or self.counties[m["county_number"]]["region"]

    def lives(self, row):
        """Whether a number is valid some time in the years that matter."""
        first, last = date(self.first_year - 3, 1, 1), date(self.last_year + 1, 12, 31)
        start, end = day(row["valid_from"]), day(row["valid_to"])
        return (start is None or start <= last) and (end is None or end >= first)

    def org_number(self):
        weights = (3, 2, 7, 6, 5, 4, 3, 2)
        while True:
            digits = [9] + [self.random.randrange(10) for _ in range(7)]
            check = -sum(a * b for a, b in zip(digits, weights)) % 11
            if check < 10:
                return "".join(map(str, digits + [check]))

    def add_party(self, id, name, kind, level, **more):
        return self.add("parties", id=id, name=name, kind=kind, level=level, **more)

    def add_parties(self):
        for number, m in self.municipalities.items():
            if not self.lives(m):
                continue
            self.add_party(
                "K" + number,
                m["name"] + " kommune",
                "municipality",
                "municipal",
                municipality_number=number,
                org_number=self.maybe(0.3, self.org_number()),
            )
            for i in range(1, DISTRICTS.get(number, 0) + 1):
                self.add_party(
                    f"B{number}{i:02d}",
                    f"Bydel {i}, {number}",
                    "city_district",
                    "municipal",
                    municipality_number=number,
                )
        for name in ("UDI", "HUSBANKEN", "NAV", "VOX", "UDIR", "BUFDIR", "HDIR", "LDO"):
            self.add_party(name, name, "sector_authority", "national", authority=name)
        served = [("UDI", [r]) for r in REGIONS] + [
            ("HUSBANKEN", rs.split("|"))
            for rs in ("ost|indre_ost", "sor", "vest", "midt", "nord", "nord|midt|vest")
        ]
        for i, (authority, regions) in enumerate(served):
            self.add_party(
                f"{authority}-{i}",
                f"{authority} {i}",
                "sector_authority",
                "regional",
                regions=regions,
                authority=authority,
            )
        self.add_party(
            "FM-REG",
            "Fylkesmennenes fellesorgan",
            "county_governor",
            "regional",
            regions=["sor", "vest"],
        )
        for county in self.counties.values():
            if self.lives(county):
                self.add_county_bodies(county["number"], county["name"])
        for i, regions in enumerate([[]] * 5 + [["vest"], ["ost", "sor"], ["nord"]]):
            self.add_party(
                f"FRIV{i}",
                f"Frivillig organisasjon {i}",
                "voluntary_organisation",
                "regional" if regions else "national",
                regions=regions,
            )
        self.add_party("KS", "Kommunesektorens organisasjon", "association", "national")

    def add_county_bodies(self, number, name):
        bodies = [
            ("NAV", "NAV", "county_authority", "NAV", 1),
            ("FM", "Fylkesmannen i", "county_governor", None, 1),
            ("FK", "Fylkeskommunen i", "county_municipality", None, 0.4),
            ("KOMP", "Kompetansesenteret i", "sector_authority", "VOX", 0.2),
        ]
        for prefix, title, kind, authority, probability in bodies:
            if self.chance(probability):
                self.add_party(
                    prefix + number,
                    f"{title} {name}",
                    kind,
                    "county",
                    county_number=number,
                    authority=authority,
                )

    def add_user(self, name, unit, role, steady=False):
        user = self.add(
            "users",
            id=f"{unit}.{name}",
            name=f"{name.capitalize()}, {unit}",
            email=f"{name}@{unit.replace('_', '-')}.example",
            unit=unit,
            role=role,
            active=True,
        )
        if steady:
            return
        if self.chance(0.12):
            user["active"] = False
        elif self.chance(0.35):
            first = self.edge(self.year())
            last = first + self.random.choice((0, 0, 1, 3, 14, 60, 200)) * DAY
            open_end = self.random.choices((None, "leave_from", "leave_to"), (20, 1, 2))[0]
            user |= {"leave_from": first, "leave_to": last}
            if open_end:
                user[open_end] = None

    def add_users(self):
        for region in REGIONS:
            for i in range(1, 6):
                self.add_user(f"saksbehandler{i}", region, "caseworker")
            for i in range(1, self.random.choice((0, 1, 1, 2)) + 1):
                self.add_user(f"bosetting{i}", region, "settlement_coordinator")
            for i in range(1, self.random.choice((0, 1, 1, 2, 3)) + 1):
                self.add_user(f"direktor{i}", region, "regional_director")
        for i in range(1, 5):  # one of them is always there
            self.add_user(f"analyse{i}", "central", "head_office_analyst", steady=i == 3)
        for i in range(1, self.random.choice((0, 1, 2)) + 1):
            self.add_user(f"direktor{i}", "central", "head_office_director")
        self.add_user("admin", "central", "administrator", steady=True)
        self.add_user("revisor", "central", "auditor", steady=True)

    def choose_world(self):
        """A few municipalities that all rows are about, so that rows meet."""
        parties = self.rows["parties"]
        of_kind = lambda *kinds: [p for p in parties if p["kind"] in kinds]
        everyone = of_kind("municipality")
        self.districts = of_kind("city_district")
        self.bodies = of_kind(
            "sector_authority", "county_authority", "county_governor", "county_municipality"
        )
        self.organisations = of_kind("voluntary_organisation", "association")
        heirs = lambda p: self.municipalities[p["municipality_number"]]["successors"]
        split = [
            p
            for p in everyone
            if len(heirs(p)) > 1
            or any(self.region(n) != self.region(p["municipality_number"]) for n in heirs(p))
        ]
        twice = [p for p in everyone if any(self.municipalities[n]["successors"] for n in heirs(p))]
        split += [p for p in self.random.sample(twice, min(8, len(twice))) if p not in split]
        some = self.random.sample(everyone, min(len(everyone), 12 + self.count // 2))
        self.few = some + [p for p in split if p not in some]
        self.interesting = (
            self.few
            + self.random.sample(everyone, 10)
            + self.districts[:5]
            + self.bodies
            + self.organisations
        )
        numbers = [p["municipality_number"] for p in self.few]
        numbers += [n for p in self.few for n in heirs(p)]
        self.world = list(dict.fromkeys(numbers))

    # ---- agreements

    def counterparts(self, kind, begins):
        """Parties of an agreement, and the unit that would own it."""
        if kind == "municipal":
            known = [
                p
                for p in self.few
                if (self.municipalities[p["municipality_number"]]["valid_from"] or "")
                <= begins.isoformat()
            ]
            choice = known if self.chance(0.9) else self.few  # the rest: not valid yet
            parties = [self.random.choice(choice if self.chance(0.85) else self.districts)]
            while self.chance(0.25):
                parties.append(self.random.choice(choice + self.districts[:6]))
            if self.chance(0.04):
                parties.append(self.random.choice(self.bodies))
            return parties, self.region(parties[0]["municipality_number"])
        if kind == "voluntary":
            owner = "central" if self.chance(0.5) else self.random.choice(REGIONS)
            return [self.random.choice(self.organisations)], owner
        parties = [self.random.choice(self.bodies)]
        while self.chance(0.3):
            parties.append(self.random.choice(self.bodies + self.few[:2]))
        body = parties[0]
        if body["level"] == "national":
            return parties, "central"
        if body.get("county_number"):
            return parties, self.counties[body["county_number"]]["region"]
        return parties, self.random.choice(body["regions"])

    def term(self, begun):
        """First and last day: whole months, a day more or less, or the last on an edge."""
        first = self.edge(begun)
        short = self.random.choice((-2, -1, -1, -1, 0, 1))
        last = add_months(first, self.random.choice(TERMS)) + short * DAY
        if self.chance(0.25):
            year = first.year + self.random.randint(1, 5)
            year = min(max(year, self.first_year + 1), self.last_year + 1)
            last = max(first, self.edge(year))
        leap = [y for y in range(self.first_year - 2, self.last_year) if calendar.isleap(y)]
        if leap and self.chance(0.05):  # 24 months from 29 February, a day less, a day more
            first = date(self.random.choice(leap), 2, 29)
            last = date(first.year + 2, 2, self.random.choice((26, 27, 28)))
        return first, last

    def add_agreement(self, serials):
        kind = self.random.choices(("municipal", "sector", "voluntary"), (6, 3, 1))[0]
        latest = self.last_year - (self.last_year - self.first_year) // 3
        begun = self.random.randint(self.first_year - 2, latest)
        first, last = self.term(begun)
        parties, owner = self.counterparts(kind, first)
        if self.chance(0.12):
            owner = self.random.choice(UNITS)
        signed = self.near(first)
        status = self.random.choices(
            ("active", "ended", "draft", "negotiating", "abandoned"), (70, 16, 4, 4, 6)
        )[0]
        dates = [signed, first, last]
        if status not in ("active", "ended"):
            if self.chance(0.5):
                dates = [None, None, None]
            elif self.chance(0.4):
                dates[self.random.randrange(3)] = None
        serials[owner, begun] = serials.get((owner, begun), 0) + 1
        id = f"{owner.upper().replace('_', '')}-{begun}-{serials[owner, begun]:03d}"
        staff = [
            u["id"]
            for u in self.rows["users"]
            if u["unit"] == owner and u["role"] not in ("administrator", "auditor")
        ]
        pool = staff if self.chance(0.93) else [u["id"] for u in self.rows["users"]]
        responsible = self.maybe(0.85, self.random.choice(pool))
        deputy = self.maybe(0.8, self.random.choice(pool))
        earlier = [a["id"] for a in self.rows["agreements"]]
        agreement = self.add(
            "agreements",
            id=id,
            kind=kind,
            owner=owner,
            status=status,
            title=self.random.choice((f"Avtale {id} æøå", f'"{id}"; om, alt', f"Avtale\n{id}")),
            designation=self.random.choice(DESIGNATIONS),
            parties=list(dict.fromkeys(p["id"] for p in parties)),
            purpose=self.maybe(0.75, "Helhetlig og langsiktig; «kvalifisering»"),
            areas=self.random.sample(AREAS, self.random.choice((0, 1, 1, 2, 3, 4))),
            signed_on=dates[0],
            valid_from=dates[1],
            valid_to=dates[2],
            counterpart_signatory=self.random.choice(
                ("mayor", "chief_executive", "director", "other", None)
            ),
            strategic_meetings_per_year=self.random.choice((None, 0, 1, 1, 2, 3)),
            operational_meetings_per_year=self.random.choice((None, 0, 2, 4)),
            responsible=responsible,
            deputy=responsible if self.chance(0.08) else deputy,
            renews=self.random.choice(earlier) if earlier and self.chance(0.2) else None,
        )
        if status == "ended":
            agreement["end_reason"] = "Avsluttet"
            if self.chance(0.95):
                agreement["ended_on"] = max(signed, self.end(signed, first, last))
        self.add_commitments(id)
        for year in range(max(self.first_year, first.year - 1), self.last_year + 2):
            if self.chance(0.75):
                self.add_year(agreement, year, pool)

    def end(self, signed, first, last):
        ends = (
            self.near(last),
            self.edge(self.year()),
            self.edge(self.year()),
            self.near(signed),
            last,
            first,
            date(self.year(), 12, 31),
        )
        return self.random.choice(ends)

    def add_commitments(self, id):
        for i in range(self.random.choice((0, 1, 2, 3, 4))):
            self.add(
                "commitments",
                id=f"{id}/c{i}",
                agreement=id,
                by=self.random.choice(SIDES),
                text=f"Forpliktelse {i}, æøå",
                measurable=self.chance(0.6),
            )

    # ---- a year under an agreement

    def add_year(self, agreement, year, pool):
        id = agreement["id"]
        if self.chance(0.75):
            self.add_plan(id, year, pool)
        meetings = [
            self.add_meeting(id, f"{id}/{year}/t{i}", year)
            for i in range(self.random.choice((0, 1, 2, 3, 4)))
        ]
        for i in range(self.random.choice((0, 1, 2, 3))):
            self.add_followup(id, f"{id}/{year}/f{i}", year, meetings, pool)
        for i in range(self.random.choice((0, 0, 1, 2, 3))):
            self.add_activity(
                f"{id}/{year}/a{i}", year, agreement=id, outcome=self.maybe(0.2, "Nytt møte")
            )
        if agreement["valid_from"] and self.chance(0.75):
            self.add_evaluation(agreement, year)
        if self.chance(0.2):
            for _ in range(self.random.choice((1, 1, 2))):
                self.add_grant(year, agreement=id)

    def responsible(self, pool):
        return self.maybe(0.5, self.random.choice(pool))

    def add_plan(self, id, year, pool):
        status = self.random.choices(("draft", "adopted", "closed"), (2, 6, 2))[0]
        adopted = self.random.choice(
            (
                self.edge(year),
                self.edge(year),
                date(year, 1, 1),
                date(year, 12, 31),
                date(year - 1, 12, 15),
                self.near(date(year, 2, 1)),
            )
        )
        undated = status == "draft" or status == "closed" and self.chance(0.1)
        self.add(
            "plans",
            agreement=id,
            year=year,
            status=status,
            adopted_on=None if undated else adopted,
        )
        for i in range(self.random.choice((0, 1, 2, 3))):
            due = self.edge(year if self.chance(0.95) else year + 1)
            status = self.random.choice(("planned", "in_progress", "done", "done", "cancelled"))
            finished = self.near(due) if self.chance(0.7) else self.edge(year)
            self.add(
                "measures",
                id=f"{id}/{year}/m{i}",
                agreement=id,
                year=year,
                title=f"Tiltak {i}",
                sub_goal=self.maybe(0.8, f"D{self.random.randint(1, 8)}"),
                by=self.random.choice(SIDES),
                responsible=self.responsible(pool),
                due_on=due,
                result=self.maybe(0.3, "Gjennomført; bra"),
                **self.outcome(status, finished),
            )

    def outcome(self, status, on):
        date_of = {"done": "done_on", "held": "held_on", "cancelled": "cancelled_on"}
        outcome = {"status": status}
        if status in date_of:
            outcome[date_of[status]] = on
        return outcome

    def add_meeting(self, agreement, id, year):
        """A meeting; its id and the day that it is planned on at last."""
        planned = first = self.edge(year)
        decided = first - self.random.randint(1, 30) * DAY
        for _ in range(self.random.choice((0, 0, 0, 1, 1, 2, 3))):
            decided += self.random.choice((0, 1, 1, 2, 9, 30)) * DAY
            later = min(planned.year + self.chance(0.2), self.last_year + 1)
            planned = self.near(planned) if self.chance(0.3) else self.edge(later)
            self.add(
                "postponements",
                meeting=id,
                decided_on=decided,
                to=planned,
                reason=self.maybe(0.7, "Utsatt"),
            )
        status = self.random.choices(("planned", "held", "cancelled"), (4, 5, 2))[0]
        on = self.random.choice((planned, self.near(planned), self.near(first)))
        self.add(
            "meetings",
            id=id,
            agreement=agreement,
            first_planned_on=first,
            level=self.random.choice(("strategic", "operational")),
            theme=self.random.choice(THEMES),
            minutes="Referat\nlinje 2" if status == "held" and self.chance(0.2) else None,
            **self.outcome(status, on),
        )
        return id, planned

    def add_followup(self, agreement, id, year, meetings, pool):
        meeting, due = None, self.edge(year)
        if meetings and self.chance(0.6):
            meeting, planned = self.random.choice(meetings)
            if self.chance(0.5):
                due = planned + self.random.randint(1, 90) * DAY
        status = self.random.choice(("open", "open", "done", "done", "cancelled"))
        self.add(
            "followups",
            id=id,
            agreement=agreement,
            meeting=meeting,
            title="Oppfølging",
            by=self.random.choice(SIDES),
            responsible=self.responsible(pool),
            due_on=due,
            **self.outcome(status, self.near(due)),
        )

    def add_activity(self, id, year, **more):
        self.add(
            "activities",
            id=id,
            on=self.edge(year),
            kind=self.random.choice(KINDS + ["visit"] * 4),
            theme=self.random.choice(THEMES),
            sub_goal=self.maybe(0.7, f"D{self.random.randint(1, 8)}"),
            participants=self.maybe(0.7, self.random.randint(1, 90)),
            **more,
        )

    def add_evaluation(self, agreement, year):
        status = self.random.choices(("open", "submitted", "approved"), (2, 2, 7))[0]
        submitted = max(date(year, 11, 15), self.near(date(year, 12, 20)))
        approved = max(
            submitted,
            self.random.choice(
                (
                    date(year, 11, 15),
                    date(year + 1, 1, 31),
                    date(year, 12, 31),
                    date(year + 1, 1, 1),
                    self.edge(year + 1),
                    self.near(date(year + 1, 2, 1)),
                )
            ),
        )
        sides = []
        if status != "open" or self.chance(0.3):
            # A party that answered nothing, or left a dimension blank, has no row there.
            sides = [s for s in ("imdi", "counterpart") if self.chance(0.75)]
        answered = False
        for side in sides:
            for dimension in DIMENSIONS[agreement["kind"]]:
                if self.chance(0.85):
                    answered |= side == "counterpart"
                    self.add(
                        "scores",
                        agreement=agreement["id"],
                        year=year,
                        side=side,
                        dimension=dimension,
                        score=self.random.randint(1, 6),
                    )
        evaluation = self.add(
            "evaluations",
            agreement=agreement["id"],
            year=year,
            status=status,
            submitted_on=submitted if status != "open" else None,
        )
        if status == "approved":
            evaluation["approved_on"] = approved
            evaluation["recommendation"] = self.random.choice(
                ("continue", "revise", "renew", "end")
            )
            evaluation["reason_without_counterpart"] = None if answered else "Ikke svar"

    # ---- figures

    def add_party_activities(self):
        for i in range(10 + 2 * self.count):
            party = self.random.choice(self.interesting)
            self.add_activity(f"p{i}", self.year(), party=party["id"])

    def valid_all(self, number, year):
        m = self.municipalities[number]
        first, last = date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
        return (m["valid_from"] or first) <= first and (m["valid_to"] or last) >= last

    def add_settlement(self, year):
        """Figures with holes, blanks and decisions that are changed."""
        for number in self.world:
            # Now and then under a number that is not in use that year.
            if not self.valid_all(number, year) and self.chance(0.95) or self.chance(0.15):
                continue
            decided = self.random.choice((0, 0, 10, 20, 35))
            requested = self.random.choice((0, 10, 30))
            settled = 0
            hole = self.random.random() * 0.15 if self.chance(0.6) else 0
            for month in range(1, 13):
                settled += self.random.choice((0, 0, 1, 2, 5))
                if self.chance(0.03):
                    decided = self.random.choice((0, 5, 25))
                if not self.chance(hole):
                    self.add(
                        "settlement",
                        municipality_number=number,
                        year=year,
                        month=month,
                        requested=self.maybe(0.5, requested),
                        decided=self.maybe(0.8, decided),
                        settled=self.maybe(1 - hole, settled),
                    )

    def add_grant(self, year, **receiver):
        grant = dict(
            scheme=self.random.choice(SCHEMES),
            year=year,
            amount=self.random.randint(0, 900) * 1000,
            **receiver,
        )
        if grant not in self.rows["grants"]:
            self.rows["grants"].append(grant)

    def add_grants(self, year):
        for number in self.world:
            if self.chance(0.3 if self.valid_all(number, year) else 0.02):
                self.add_grant(year, municipality_number=number)

    def add_targets(self, year):
        for unit in UNITS:
            for indicator, value in (("plan_coverage", 0.9), ("anchored", 1)):
                if self.chance(0.8):
                    self.add("targets", unit=unit, year=year, indicator=indicator, value=value)

    def add_contacts(self):
        for party in self.random.sample(self.rows["parties"], 20):
            self.add(
                "contacts",
                party=party["id"],
                name="Postmottak",
                role=self.maybe(0.7, "arkiv"),
                email=self.maybe(0.8, f"postmottak@{party['id'].lower()}.example"),
                phone=self.maybe(0.5, "22000000"),
            )

    # ---- files

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        for name, (required, optional, _) in FILES.items():
            path = os.path.join(folder, name + ".csv")
            if os.path.exists(path):
                os.remove(path)
            if self.rows[name]:
                with open(path, "wb") as file:
                    file.write(self.file(name, required.split(), optional.split()))

    def file(self, name, columns, optional):
        rows, form = self.rows[name], Form(self.random, self.plain)
        columns = columns + optional
        if not self.plain:
            self.random.shuffle(rows)
            self.random.shuffle(columns)
            for column in optional:  # an optional column may be absent
                if self.chance(0.5) and all(r.get(column) in (None, "") for r in rows):
                    columns.remove(column)
        text = io.StringIO()
        writer = csv.writer(
            text, delimiter=form.separator, lineterminator=form.end, quoting=form.quoting
        )
        writer.writerow(columns)
        for row in rows:
            writer.writerow([form.cell(column, row.get(column)) for column in columns])
        try:
            return text.getvalue().encode(form.encoding)
        except UnicodeEncodeError:  # some names are not in Windows-1252
            return text.getvalue().encode("utf-8-sig")


class Form:
    """How one file is written."""

    def __init__(self, random, plain):
        self.random = random
        self.dotted = self.norwegian = self.padded = self.decomposed = False
        self.separator, self.end, self.encoding = ",", "\n", "utf-8"
        self.quoting = csv.QUOTE_MINIMAL
        if plain:
            return
        self.dotted, self.norwegian, self.padded = (random.random() < 0.45 for _ in range(3))
        self.separator, self.end = random.choice(",;"), random.choice(("\n", "\r\n"))
        self.encoding = random.choice(("utf-8", "utf-8-sig", "cp1252"))
        self.decomposed = self.encoding != "cp1252"
        if random.random() < 0.2:
            self.quoting = csv.QUOTE_ALL

    def cell(self, column, value):
        if value is None:
            return ""
        text = self.text(value)
        if self.padded and text and self.random.random() < 0.2:
            text = self.random.choice((" ", "  ")) + text + self.random.choice(("", " "))
        if self.decomposed and column in ("title", "name", "text", "theme"):
            if self.random.random() < 0.1:
                text = unicodedata.normalize("NFD", text)
        return text

    def text(self, value):
        if isinstance(value, bool):
            return ("nei", "ja")[value] if self.norwegian else ("false", "true")[value]
        if isinstance(value, date):
            dotted = self.dotted and self.random.random() < 0.8
            return value.strftime("%d.%m.%Y") if dotted else value.isoformat()
        if isinstance(value, list):
            return (" | " if self.padded and self.random.random() < 0.3 else "|").join(value)
        return str(value)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--agreements", type=int, default=20)
    parser.add_argument("--years", default="2011-2015")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--out", required=True, metavar="FOLDER")
    arguments = parser.parse_args()
    first, last = map(int, arguments.years.split("-"))
    generator = Generator(arguments.seed, arguments.agreements, (first, last), arguments.plain)
    generator.run()
    generator.write(arguments.out)


if __name__ == "__main__":
    main()
