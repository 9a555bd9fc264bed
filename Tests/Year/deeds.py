"""What people do: each deed once through a door of the product, and once on the oracle's rows."""

import re
import urllib.parse
from dataclasses import dataclass
from datetime import date

from premises import local
from visitor import Visitor

# A link in a mail holds for fourteen days.
LINK_DAYS = 13


class Deed:
    """`do` goes through a door of the product, `tell` changes the oracle's rows alike."""

    def at_pages(self, office):
        """Whether it needs the pages open."""
        return False

    def finish(self, office):
        """What is waited for at the end of the day."""


class Finish(Deed):
    """Something is done: by the link in a mail that somebody has got about it, or logged."""

    def at_pages(self, office):
        return self.status in ("done", "held") and self.link(office) is not None

    def link(self, office):
        """The latest link by which its reader may answer that it is done."""
        page = f"{office.site}/{self.page}/{urllib.parse.quote(self.id, safe='')}\n"
        for mail in reversed(office.post.mails):
            if (self.on - mail.day).days > LINK_DAYS:
                break
            start = mail.text.replace("\r\n", "\n").find(page)
            if start < 0:
                continue
            item = mail.text.replace("\r\n", "\n")[start:].split("\n\n")[0]
            found = re.search(r"\S+/answer/\S+as=done", item)
            if found:
                return local(found.group(0))
        return None

    def do(self, office):
        link = self.at_pages(office) and self.link(office)
        if link:
            office.fill_in(Visitor(office.site), link, day=self.on.isoformat())
            office.answered += 1
        else:
            office.log(self.word, self.id, f"--{self.status}", self.on.isoformat())


@dataclass
class Postpone(Deed):
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
class EndMeeting(Finish):
    """It is held or cancelled."""

    id: str
    status: str
    on: date

    word, page = "meeting", "meetings"

    def tell(self, register):
        field = "held_on" if self.status == "held" else "cancelled_on"
        register.meeting[self.id].update({"status": self.status, field: self.on})


@dataclass
class End(Finish):
    """A follow-up or measure is done or cancelled."""

    id: str
    status: str
    on: date

    def tell(self, register):
        field = "done_on" if self.status == "done" else "cancelled_on"
        row = next(row for row in self.rows(register) if row["id"] == self.id)
        row.update({"status": self.status, field: self.on})


class EndFollowUp(End):
    word, page = "followup", "followups"

    def rows(self, register):
        return register.followups


class EndMeasure(End):
    word, page = "measure", "measures"

    def rows(self, register):
        return register.measures


@dataclass
class LogActivity(Deed):
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
class ImportSettlement(Deed):
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
class AdoptPlan(Deed):
    """A director adopts the plan on its page."""

    agreement: str
    year: int
    on: date
    director: str

    def at_pages(self, office):
        return True

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
class EndAgreement(Deed):
    """Somebody of the office ends an agreement on its page."""

    agreement: str
    on: date
    reason: str
    who: str

    def at_pages(self, office):
        return True

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
