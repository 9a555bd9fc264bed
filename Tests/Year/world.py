"""A generated register, told in the order of time: how it stood, and what people did afterwards.

The generator writes a register as it is at the end of its years. What happened after the first day
of the rehearsal is taken back, and becomes a deed of its day: the meeting is planned again, and
held when its day comes.
"""

import random
from collections import defaultdict
from datetime import date, timedelta

import paths  # noqa: F401
from generate import Generator
from oracle import UNITS, in_force, month_end, moved, workdays_after

import deeds

# What every counterpart's contact person is called.
CONTACT = "Kontaktperson for avtalen"
PARTIES_SHARE = 0.9  # of counterparts have a contact person with an address


class World:
    """The register's rows at the start, and the deeds of each day up to the end."""

    def __init__(self, seed, agreements, first, last):
        self.first, self.last = first, last
        years = (first.year - 2, last.year)
        self.generator = Generator(seed, agreements, years, True)
        self.random = random.Random(f"year {seed}")
        self.rows = self.generator.run()
        self.deeds = defaultdict(list)
        self.directors = self._directors()
        self.agreements = {each["id"]: dict(each) for each in self.rows["agreements"]}
        self._take_back_meetings()
        self._take_back_ends("followups", deeds.EndFollowUp)
        self._take_back_ends("measures", deeds.EndMeasure)
        self._take_back_plans()
        self._take_back_evaluations()
        self._take_back_activities()
        self._take_back_settlement()
        self._take_back_agreements()
        self._give_contacts()

    def write(self, folder):
        self.generator.write(str(folder))

    def units_in_force(self, day):
        """How many agreements are in force in each unit."""
        found = dict.fromkeys(UNITS, 0)
        for each in self.rows["agreements"]:
            if each.get("signed_on") and in_force({"ended_on": None, **each}, day):
                found[each["owner"]] += 1
        return found

    # ---- taking back

    def _to_come(self, day):
        return day is not None and day >= self.first

    def _do(self, day, deed):
        if day <= self.last:
            self.deeds[day].append(deed)

    def _take_back_meetings(self):
        moves = defaultdict(list)
        for each in self.rows["postponements"]:
            moves[each["meeting"]].append(each)
        self.rows["postponements"] = []
        for meeting in self.rows["meetings"]:
            own = sorted(moves[meeting["id"]], key=lambda move: move["decided_on"])
            ended = meeting.get("held_on") or meeting.get("cancelled_on")
            planned = meeting["first_planned_on"]
            for move in own:
                if not self._to_come(move["decided_on"]):
                    self.rows["postponements"].append(move)
                    planned = move["to"]
                elif self._is_move(move, planned, ended):
                    self._do(move["decided_on"], deeds.Postpone(meeting["id"], move))
                    planned = move["to"]
            if self._to_come(ended):
                self._do(ended, deeds.EndMeeting(meeting["id"], meeting["status"], ended))
                meeting.update(status="planned", held_on=None, cancelled_on=None, minutes=None)

    def _is_move(self, move, planned, ended):
        """Whether people would move it: with a reason, to another day to come, before its end."""
        return (
            move["reason"] is not None
            and move["decided_on"] <= move["to"] != planned
            and (ended is None or move["decided_on"] <= ended)
        )

    def _take_back_ends(self, name, deed):
        for row in self.rows[name]:
            ended = row.get("done_on") or row.get("cancelled_on")
            if self._to_come(ended):
                self._do(ended, deed(row["id"], row["status"], ended))
                waiting = "open" if name == "followups" else "planned"
                row.update(status=waiting, done_on=None, cancelled_on=None)
                if name == "measures":
                    row["result"] = None

    def _take_back_plans(self):
        for plan in self.rows["plans"]:
            adopted = plan["adopted_on"]
            if not self._to_come(adopted):
                continue
            plan.update(status="draft", adopted_on=None)
            agreement = self.agreements[plan["agreement"]]
            directors = self.directors[agreement["owner"]]
            if directors and is_open(agreement, adopted):
                who = self.random.choice(directors)
                self._do(adopted, deeds.AdoptPlan(plan["agreement"], plan["year"], adopted, who))

    def _take_back_agreements(self):
        """After everything else of a day: nothing is adopted under one that is ended."""
        for each in self.rows["agreements"]:
            ended = each.get("ended_on")
            if not self._to_come(ended):
                continue
            who = self.writer(each["owner"])
            if who:
                self._do(ended, deeds.EndAgreement(each["id"], ended, each["end_reason"], who))
                each.update(status="active", ended_on=None, end_reason=None)

    def director(self, unit):
        """Somebody who may approve in a unit; None where there is nobody."""
        return next(iter(self.directors[unit]), None)

    def writer(self, unit):
        """Somebody who may write in a unit."""
        roles = ("caseworker", "regional_director", "head_office_analyst")
        people = [u for u in self.rows["users"] if u["unit"] == unit and u["role"] in roles]
        return next((user["id"] for user in people if user["active"]), None)

    def _directors(self):
        """Who may approve in each unit, and has an account that is in use."""
        found = {unit: [] for unit in UNITS}
        for user in self.rows["users"]:
            role = "head_office_director" if user["unit"] == "central" else "regional_director"
            if user["role"] == role and user["active"]:
                found[user["unit"]].append(user["id"])
        return found

    def _take_back_evaluations(self):
        """Those of the rehearsed years are the workers' and people's to make; of an older one that
        was delivered later, nothing is known yet."""
        kept, dropped = [], set()
        for each in self.rows["evaluations"]:
            if each["year"] >= self.first.year:
                dropped.add((each["agreement"], each["year"]))
                continue
            if self._to_come(each["submitted_on"]):
                dropped.add((each["agreement"], each["year"]))
                each.update(status="open", submitted_on=None)
            if each["status"] == "open" or self._to_come(each.get("approved_on")):
                each.update(
                    status="open" if each["submitted_on"] is None else "submitted",
                    approved_on=None,
                    recommendation=None,
                    reason_without_counterpart=None,
                )
            kept.append(each)
        self.rows["evaluations"] = kept
        self.rows["scores"] = [
            each
            for each in self.rows["scores"]
            if (each["agreement"], each["year"]) not in dropped
        ]

    def _take_back_activities(self):
        kept = []
        for each in self.rows["activities"]:
            if self._to_come(each["on"]):
                self._do(each["on"], deeds.LogActivity(each))
            else:
                kept.append(each)
        self.rows["activities"] = kept

    def _take_back_settlement(self):
        """A month's figures come as a file within the next month, now and then too late for the
        reminder; what was decided for a year is known in its January."""
        kept, files = [], defaultdict(list)
        late = {}
        for each in self.rows["settlement"]:
            if not self._to_come(month_end(each["year"], each["month"])):
                kept.append(each)
                continue
            month = (each["year"], each["month"])
            number = each["municipality_number"]
            if month not in late:
                late[month] = self.random.choice((2, 3, 6, 12))
            if each["month"] == 1 and each["decided"] is not None:
                decided = {**each, "settled": None}
                if each["year"] > self.first.year:
                    files[moved(date(each["year"], 1, 2))].append(decided)
                else:
                    kept.append(decided)
            region = self.generator.region(number)
            wait = late[month] if region in ("sor", "nord") else 2
            comes = workdays_after(month_end(*month), wait)
            files[comes].append(each)
        self.rows["settlement"] = kept
        for day, rows in sorted(files.items()):
            self._do(day, deeds.ImportSettlement(rows))

    def _give_contacts(self):
        """Counterparts are written to: most have a contact person with an address."""
        parties = list(dict.fromkeys(p for a in self.rows["agreements"] for p in a["parties"]))
        for party in parties:
            reached = self.random.random() < PARTIES_SHARE
            self.rows["contacts"].append(
                {
                    "party": party,
                    "name": CONTACT,
                    "role": "rådgiver",
                    "email": f"kontakt@{party.lower()}.example" if reached else None,
                    "phone": "22000000",
                }
            )


def is_open(agreement, day):
    """Whether an agreement is still worked with on a day, so that its plan may be adopted."""
    if agreement["status"] == "ended":
        return agreement.get("ended_on") is not None and day <= agreement["ended_on"]
    return agreement["status"] != "abandoned"


def previous_working_day(day):
    """The last working day before a day."""
    day -= timedelta(1)
    while moved(day) != day:
        day -= timedelta(1)
    return day
