"""What people do: each deed once through a door of the product, and once on the oracle's rows."""

from dataclasses import dataclass
from datetime import date


@dataclass
class Postpone:
    meeting: str
    move: dict

    def do(self, office):
        office.log(
            "meeting", self.meeting, "--postponed-to", self.move["to"].isoformat(),
            "--decided", self.move["decided_on"].isoformat(), "--reason", self.move["reason"],
        )

    def tell(self, register):
        register.postponements_of[self.meeting].append(self.move)


@dataclass
class EndMeeting:
    """It is held or cancelled."""

    meeting: str
    status: str
    on: date

    def do(self, office):
        office.log("meeting", self.meeting, f"--{self.status}", self.on.isoformat())

    def tell(self, register):
        field = "held_on" if self.status == "held" else "cancelled_on"
        register.meeting[self.meeting].update({"status": self.status, field: self.on})


@dataclass
class End:
    """A follow-up or measure is done or cancelled."""

    id: str
    status: str
    on: date

    def do(self, office):
        office.log(self.word, self.id, f"--{self.status}", self.on.isoformat())

    def tell(self, register):
        field = "done_on" if self.status == "done" else "cancelled_on"
        row = next(row for row in self.rows(register) if row["id"] == self.id)
        row.update({"status": self.status, field: self.on})


class EndFollowUp(End):
    word = "followup"

    def rows(self, register):
        return register.followups


class EndMeasure(End):
    word = "measure"

    def rows(self, register):
        return register.measures


@dataclass
class LogActivity:
    row: dict

    def do(self, office):
        words = {
            "agreement": "agreement", "party": "party", "on": "on", "kind": "kind",
            "theme": "theme", "sub_goal": "sub-goal", "participants": "participants",
            "outcome": "outcome",
        }
        given = [
            (f"--{option}", str(self.row[field]))
            for field, option in words.items()
            if self.row.get(field) not in (None, "")
        ]
        office.log("activity", "--id", self.row["id"], *(word for pair in given for word in pair))

    def tell(self, register):
        register.activities.append({"agreement": None, "party": None, "sub_goal": None, **self.row})


@dataclass
class ImportSettlement:
    """A file of figures comes, and is imported."""

    rows: list

    def do(self, office):
        office.import_rows("settlement", self.rows)

    def tell(self, register):
        key = lambda row: (row["municipality_number"], row["year"], row["month"])
        held = {key(row): row for row in register.settlement}
        for row in self.rows:
            if key(row) in held:
                held[key(row)].update(row)
            else:
                register.settlement.append(dict(row))
                held[key(row)] = register.settlement[-1]


@dataclass
class AdoptPlan:
    """A director adopts the plan on its page."""

    agreement: str
    year: int
    on: date
    director: str

    needs_pages = True

    def do(self, office):
        visitor = office.signed_in(self.director)
        page = visitor.get(f"/agreements/{self.agreement}/plan?year={self.year}")
        way = [link for link in page.document().links if link.endswith("/adopt")]
        if not way:
            raise AssertionError(
                f"{self.director} finds no way to adopt {self.agreement}/{self.year}: {page}"
            )
        office.fill_in(visitor, way[0], adopted_on=self.on.isoformat())

    def tell(self, register):
        register.plan[self.agreement, self.year].update(status="adopted", adopted_on=self.on)


@dataclass
class EndAgreement:
    """Somebody of the office ends an agreement on its page."""

    agreement: str
    on: date
    reason: str
    who: str

    needs_pages = True

    def do(self, office):
        office.fill_in(
            office.signed_in(self.who),
            f"/agreements/{self.agreement}/end",
            ended_on=self.on.isoformat(),
            reason=self.reason,
        )

    def tell(self, register):
        register.agreement[self.agreement].update(
            status="ended", ended_on=self.on, end_reason=self.reason
        )
