#!/usr/bin/env python3
"""A large register at random, in the import format, on top of Config/norway.

  generate.py --scale N --out FOLDER [--seed S]

N agreements of 2010 to 2015 with about 70 rows each, written as they are made. The same arguments
give the same bytes. For benchmarks; Tests/Oracle/generate.py makes small registers that like trouble.
"""

import argparse
import csv
import os
import random
from datetime import date, timedelta

NORWAY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Config/norway")
UNITS = "ost indre_ost sor vest midt nord central".split()
SIDES = ("imdi", "counterpart", "both")
KINDS = "visit phone seminar conference network guidance training media other".split()
SCHEMES = ("jobbsjansen", "utviklingsmidler", "integreringstilskudd")
MUNICIPAL = "settlement qualification services knowledge anchoring commitments overall".split()
OTHERS = "coordination knowledge meetings commitments regional overall".split()
COLUMNS = {
    "users": "id,name,email,unit,role",
    "parties": "id,name,kind,level,municipality_number,county_number,regions,authority",
    "agreements": "id,title,designation,kind,owner,parties,purpose,areas,signed_on,"
    "counterpart_signatory,valid_from,valid_to,strategic_meetings_per_year,"
    "operational_meetings_per_year,responsible,deputy,status,ended_on,end_reason,renews",
    "commitments": "id,agreement,by,text,measurable",
    "plans": "agreement,year,status,adopted_on",
    "measures": "id,agreement,year,title,sub_goal,by,responsible,due_on,status,done_on,cancelled_on",
    "meetings": "id,agreement,level,theme,first_planned_on,status,held_on,cancelled_on",
    "postponements": "meeting,decided_on,to,reason",
    "followups": "id,agreement,meeting,title,by,responsible,due_on,status,done_on,cancelled_on",
    "activities": "id,agreement,party,on,kind,theme,sub_goal,participants",
    "evaluations": "agreement,year,status,submitted_on,approved_on,recommendation,"
    "reason_without_counterpart",
    "scores": "agreement,year,side,dimension,score",
    "grants": "municipality_number,agreement,scheme,year,amount",
    "settlement": "municipality_number,year,month,requested,decided,settled",
    "targets": "unit,year,indicator,value",
}


class Register:
    """Writes the rows of one register."""

    def __init__(self, seed, count, out):
        self.random = random.Random(f"avtalt {seed} {count}")
        self.count = count
        self.rows = 0
        self.counties = self.read("counties.csv")
        self.municipalities = self.read("municipalities.csv")
        self.regions = {c["number"]: c["region"] for c in self.counties}
        first = date(2009, 1, 1)
        self.days = [(first + timedelta(n)).isoformat() for n in range(366 * 9)]
        self.start = {y: (date(y, 1, 1) - first).days for y in range(2009, 2018)}
        os.makedirs(out, exist_ok=True)
        self.files = {}
        for name, columns in COLUMNS.items():
            path = os.path.join(out, f"{name}.csv")
            self.files[name] = open(path, "w", encoding="utf-8", newline="", buffering=1 << 20)
            self.files[name].write(columns + "\n")

    @staticmethod
    def read(name):
        with open(os.path.join(NORWAY, name), encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def write(self, name, line):
        self.files[name].write(line + "\n")
        self.rows += 1

    def below(self, n):
        return int(self.random.random() * n)

    def run(self):
        people = self.users()
        municipal, bodies = self.parties()
        serials = {}
        for number in range(self.count):
            self.agreement(number, people, municipal, bodies, serials)
        self.settlement()
        for year in range(2010, 2016):
            for unit in UNITS:
                self.write("targets", f"{unit},{year},plan_coverage,0.9")
        for file in self.files.values():
            file.close()
        return self.rows

    def users(self):
        people = {unit: [] for unit in UNITS}

        def add(unit, name, role):
            user = f"{unit}.{name}"
            people[unit].append(user)
            mail = user.replace("_", "-")
            self.write("users", f"{user},{name.capitalize()},{mail}@avtalt.example,{unit},{role}")

        for unit in UNITS[:-1]:
            for n in range(1, 6):
                add(unit, f"saksbehandler{n}", "caseworker")
            add(unit, "bosetting", "settlement_coordinator")
            add(unit, "direktor", "regional_director")
        for n in range(1, 6):
            add("central", f"analyse{n}", "head_office_analyst")
        add("central", "direktor", "head_office_director")
        return {unit: ids[:5] for unit, ids in people.items()}

    def parties(self):
        """Parties by kind: those of municipalities with their region, and state bodies with theirs."""
        municipal, bodies = [], []
        for m in self.municipalities:
            if m["valid_from"]:
                continue
            number = m["number"]
            region = m["region"] or self.regions[m["county_number"]]
            self.write("parties", f"K{number},{m['name']} kommune,municipality,municipal,{number},,,")
            municipal.append((f"K{number}", region))
        for authority in ("UDI", "HUSBANKEN", "NAV", "VOX", "UDIR", "BUFDIR", "HDIR", "LDO"):
            self.write("parties", f"{authority},{authority},sector_authority,national,,,,{authority}")
            bodies.append((authority, "central"))
        for region in UNITS[:-1]:
            self.write(
                "parties", f"UDI-{region},UDI {region},sector_authority,regional,,,{region},UDI")
            bodies.append((f"UDI-{region}", region))
        for c in self.counties:
            if c["valid_from"]:
                continue
            number, name = c["number"], c["name"]
            self.write("parties", f"NAV{number},NAV {name},county_authority,county,,{number},,NAV")
            self.write(
                "parties", f"FM{number},Fylkesmannen i {name},county_governor,county,,{number},,")
            bodies += [(f"NAV{number}", c["region"]), (f"FM{number}", c["region"])]
        for n in range(8):
            self.write("parties", f"FRIV{n},Organisasjon {n},voluntary_organisation,national,,,,")
        return municipal, bodies

    def agreement(self, number, people, municipal, bodies, serials):
        share = self.random.random()
        year = 2010 + self.below(6)
        if share < 0.7:
            kind, (party, owner) = "municipal", self.random.choice(municipal)
        elif share < 0.92:
            kind, (party, owner) = "sector", self.random.choice(bodies)
        else:
            kind, party, owner = "voluntary", f"FRIV{self.below(8)}", self.random.choice(UNITS)
        serial = serials[owner, year] = serials.get((owner, year), 0) + 1
        id = f"{owner.upper().replace('_', '')}-{year}-{serial:03d}"
        begin = self.start[year] + self.below(365)
        end = min(begin + 365 * (1 + self.below(4)) + self.below(60), len(self.days) - 1)
        signed = max(0, begin - self.below(60))
        ended = ""
        if self.random.random() >= 0.8:
            ended = self.days[min(begin + self.below(900), len(self.days) - 1)]
        signatory = self.random.choice(("mayor", "chief_executive", "other"))
        staff = people[owner]
        self.write(
            "agreements",
            f"{id},Avtale {number} æøå,KINN,{kind},{owner},{party},Helhetlig samarbeid,"
            f"settlement|knowledge,{self.days[signed]},{signatory},{self.days[begin]},"
            f"{self.days[end]},{1 + self.below(2)},2,{staff[0]},{staff[1 + self.below(3)]},"
            f"{'ended' if ended else 'active'},{ended},{'Avsluttet' if ended else ''},")
        first = min(year, 2013)
        self.promises(id, first, staff)
        self.meetings(id, first, staff)
        self.evaluations(id, first, MUNICIPAL if kind == "municipal" else OTHERS)
        amount = self.below(900) * 1000
        self.write(
            "grants",
            f",{id},{self.random.choice(SCHEMES)},{first + self.below(3)},{amount}")

    def promises(self, id, first, staff):
        for n in range(3):
            measurable = "true" if self.random.random() < 0.6 else "false"
            self.write(
                "commitments", f"{id}/c{n},{id},{SIDES[self.below(3)]},Forpliktelse {n},{measurable}")
            year = first + n
            adopted = f"adopted,{self.days[self.start[year] + self.below(90)]}"
            state = adopted if self.random.random() < 0.8 else "draft,"
            self.write("plans", f"{id},{year},{state}")
        for n in range(8):
            year = first + n % 3
            due = self.start[year] + self.below(365)
            state = self.work(due, 60, 30, "planned")
            self.write(
                "measures",
                f"{id}/m{n},{id},{year},Tiltak {n},D{1 + self.below(8)},{SIDES[self.below(3)]},"
                f"{self.own(staff)},{self.days[due]},{state}")

    def meetings(self, id, first, staff):
        for n in range(12):
            year = first + n % 3
            planned = begin = self.start[year] + self.below(365)
            if n % 4 == 0:
                planned = begin + 7 + self.below(60)
                decided = self.days[max(0, begin - 5)]
                self.write("postponements", f"{id}/t{n},{decided},{self.days[planned]},Utsatt")
            share = self.random.random()
            state = "planned,,"
            if share < 0.7:
                state = f"held,{self.days[planned]},"
            elif share < 0.8:
                state = f"cancelled,,{self.days[planned]}"
            level = "strategic" if n % 2 else "operational"
            self.write(
                "meetings", f"{id}/t{n},{id},{level},bosetting,{self.days[begin]},{state}")
            if n < 9:
                due = planned + self.below(90)
                self.write(
                    "followups",
                    f"{id}/f{n},{id},{id}/t{n},Oppfølging {n},{SIDES[self.below(3)]},"
                    f"{self.own(staff)},{self.days[due]},{self.work(due, 40, 25, 'open')}")
            on = self.days[self.start[year] + self.below(365)]
            self.write(
                "activities",
                f"{id}/a{n},{id},,{on},{KINDS[self.below(9)]},,D{1 + self.below(8)},"
                f"{1 + self.below(60)}")

    def work(self, due, spread, early, waiting):
        """Status, day done and day cancelled of something due."""
        share = self.random.random()
        if share < 0.6:
            return f"done,{self.days[due + self.below(spread) - early]},"
        return f"cancelled,,{self.days[due]}" if share < 0.7 else f"{waiting},,"

    def own(self, staff):
        return self.random.choice(staff) if self.random.random() < 0.5 else ""

    def evaluations(self, id, first, dimensions):
        for year in (first, first + 1):
            submitted = self.start[year] + 324 + self.below(40)
            approved = self.random.random() < 0.8
            alone = self.random.random() < 0.15
            state = f"submitted,{self.days[submitted]},,,"
            if approved:
                on = self.days[submitted + self.below(60)]
                reason = "Ikke svar" if alone else ""
                state = f"approved,{self.days[submitted]},{on},continue,{reason}"
            self.write("evaluations", f"{id},{year},{state}")
            for dimension in self.random.sample(dimensions, 4):
                self.write("scores", f"{id},{year},imdi,{dimension},{1 + self.below(6)}")
                if not alone:
                    self.write("scores", f"{id},{year},counterpart,{dimension},{1 + self.below(6)}")

    def settlement(self):
        for m in self.municipalities:
            if m["valid_from"]:
                continue
            for year in range(2010, 2016):
                settled, decided = 0, self.random.choice((0, 10, 30, 50))
                for month in range(1, 13):
                    settled += self.below(4)
                    shown = settled if self.random.random() > 0.01 else ""
                    self.write(
                        "settlement",
                        f"{m['number']},{year},{month},{decided + 5},{decided},{shown}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=int, required=True, metavar="N", help="agreements")
    parser.add_argument("--out", required=True, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(Register(given.seed, given.scale, given.out).run(), "rows")
