"""The evaluations of a year: who answers when, and the one that is followed in a browser."""

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date

import paths  # noqa: F401
import evaluating
from deeds import Deed
from desk import Desk
from looking import WIDE
from oracle import workdays_after
from premises import Refused, local
from visitor import Visitor
from world import CONTACT

RECOMMENDATIONS = ("continue", "revise", "renew", "end")
ANSWERS_SHARE, DELIVERS_SHARE, APPROVES_SHARE = 0.6, 0.9, 0.85


@dataclass
class Evaluation:
    """One evaluation of the register that is not approved, and who can see to it."""

    key: int
    agreement: str
    title: str
    year: int
    status: str
    kind: str
    owner: str
    address: str
    contact: int
    has_answer: bool
    parties: int
    writer: str
    director: str
    link: str = field(default=None, compare=False)

    @property
    def path(self):
        return f"/evaluations/{self.key}"


def unapproved(path, year, writer_of, director_of):
    """Evaluations of a year that wait for somebody, of agreements that are worked with."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        rows = db.execute(
            """
            SELECT e.key, a.id, a.title, e.year, e.status, a.kind, a.owner, c.email, c.key,
                EXISTS (SELECT 1 FROM score
                    WHERE score.evaluation = e.key AND side = 'counterpart'),
                (SELECT count(*) FROM agreement_party WHERE agreement = a.key)
            FROM evaluation AS e JOIN agreement AS a ON a.key = e.agreement
            LEFT JOIN agreement_party AS link ON link.agreement = a.key AND link.position = 1
            LEFT JOIN contact AS c
                ON c.party = link.party AND c.email IS NOT NULL AND c.name = ?
            WHERE e.year = ? AND e.status <> 'approved'
            GROUP BY e.key ORDER BY a.id
            """,
            (CONTACT, year),
        ).fetchall()
    return [
        Evaluation(*row[:9], bool(row[9]), row[10], writer_of(row[6]), director_of(row[6]))
        for row in rows
    ]


@dataclass
class Step(Deed):
    """Something that is done with an evaluation on a day, at its pages."""

    evaluation: Evaluation
    on: date
    grade: int = 0

    def at_pages(self, office):
        return True

    def tell(self, register):
        pass

    def row(self, register):
        key = (self.evaluation.agreement, self.evaluation.year)
        if key not in register.evaluation:
            register.evaluation[key] = {"agreement": key[0], "year": key[1], "status": "open"}
            register.evaluations.append(register.evaluation[key])
        return register.evaluation[key]

    def give(self, register, side, count):
        """The party's scores; each dimension got the same."""
        key = (self.evaluation.agreement, self.evaluation.year, side)
        register.scores_of[key] = [self.grade] * count

    def deliver(self, office, visitor, path):
        page = visitor.follow(visitor.get(path))
        names = {
            each.name
            for form in page.document().forms
            for each in form.fields
            if each.name.startswith("score_")
        }
        office.fill_in(visitor, path, "deliver", **dict.fromkeys(names, self.grade))
        self.count = len(names)


class Invite(Step):
    """Staff sends the counterpart's contact person a personal link, which goes by mail."""

    def do(self, office):
        each = self.evaluation
        self.since = len(office.post.mails)
        office.fill_in(
            office.signed_in(each.writer),
            f"{each.path}/respondents/new",
            contact=each.contact,
            language="nb",
        )

    def finish(self, office):
        each = self.evaluation
        mail = office.post.wait_for(each.address, "/respond/", self.on, self.since)
        each.link = evaluating.link_in(mail.text)


class Answer(Step):
    """The contact person opens the link from the mail, without an account, and delivers."""

    def do(self, office):
        self.deliver(office, Visitor(office.site), self.evaluation.link)

    def tell(self, register):
        self.evaluation.has_answer = True
        self.give(register, "counterpart", self.count)


class Deliver(Step):
    """Staff delivers its part."""

    def do(self, office):
        each = self.evaluation
        self.deliver(office, office.signed_in(each.writer), f"{each.path}/answers")

    def tell(self, register):
        self.give(register, "imdi", self.count)
        self.row(register).update(status="submitted", submitted_on=self.on)


class Approve(Step):
    """A director approves, with a reason where the counterpart has not answered."""

    def do(self, office):
        each = self.evaluation
        values = {"recommendation": RECOMMENDATIONS[self.grade % 4]}
        if not each.has_answer:
            values["reason_without_counterpart"] = "Kommunen svarte ikke innen fristen."
        office.fill_in(office.signed_in(each.director), f"{each.path}/approval", **values)

    def tell(self, register):
        self.row(register).update(status="approved", approved_on=self.on)


class Round:
    """Spreads the work on a year's evaluations over the weeks, the same from its seed."""

    def __init__(self, world, seed):
        self.world = world
        self.random = random.Random(f"round {seed}")
        self.asked = set()

    def plan(self, evaluations, first):
        """Adds the deeds of evaluations that are not approved, from the first day on."""
        self.asked = set()
        for each in evaluations:
            days = first
            if each.status == "open":
                days = self._answers(each, days)
                if not self._happens(DELIVERS_SHARE) or each.writer is None:
                    continue
                days = self._later(days, 8)
                self._add(Deliver(each, days, self.random.randint(2, 6)))
            if self._happens(APPROVES_SHARE) and each.director:
                self._add(Approve(each, self._later(days, 12), self.random.randrange(4)))

    def _answers(self, each, days):
        """A contact person is asked of one agreement, so that each mail is known by its address."""
        reachable = each.address is not None and each.address not in self.asked
        if each.has_answer or not reachable or each.writer is None:
            return days
        if not self._happens(ANSWERS_SHARE):
            return days
        self.asked.add(each.address)
        self._add(Invite(each, days))
        days = self._later(days, 10)
        self._add(Answer(each, days, self.random.randint(1, 6)))
        return days

    def _happens(self, share):
        return self.random.random() < share

    def _later(self, day, most):
        return workdays_after(day, self.random.randint(1, most))

    def _add(self, step):
        if step.on <= self.world.last:
            self.world.deeds[step.on].append(step)


class Followed:
    """One evaluation from the counterpart's mail to next year's plan, in a browser."""

    conclusion = "Møtene må holdes som avtalt"

    def __init__(self, office, looking, evaluation):
        self.office = office
        self.looking = looking
        self.each = evaluation

    def open_pages(self):
        self.office.open_pages()

    def close_pages(self):
        self.office.close_pages()

    def sit_down(self, user, work):
        """Somebody signs in at a browser and does something."""
        self.office.signed_in(user)
        with self.looking.page(Visitor(self.office.site), "nb", WIDE) as page:
            desk = Desk(self.office, page)
            desk.sign_in(user)
            work(desk)

    def ask(self, day):
        """Staff makes the link; the counterpart opens it from its mail, on a phone, and answers."""
        each = self.each

        since = len(self.office.post.mails)

        def invite(desk):
            shown = evaluating.invite(desk, each.path, CONTACT, "nn")
            if shown is not None:
                raise Refused(f"{day}: the page shows a link that goes by mail to {each.address}")

        self.sit_down(each.writer, invite)
        mail = self.office.post.wait_for(each.address, "/respond/", day, since)
        each.link = local(self.office.site + evaluating.link_in(mail.text))
        evaluating.answer_on_a_phone(
            self.looking, Visitor(self.office.site), each.link, "nn", 3, "To av fire møter"
        )
        each.has_answer = True
        return mail

    def judge(self, due_on):
        """Staff delivers, and what both agree on becomes a measure in next year's plan."""
        each = self.each

        def judge(desk):
            evaluating.score(desk, each.path, 5, "Godt samarbeid")
            if not desk.reads("To av fire møter"):
                raise Refused(f"{each.path}: the answer from the phone is not shown")
            evaluating.conclude(desk, each.path, self.conclusion, due_on.isoformat())

        self.sit_down(each.writer, judge)

    def approve(self):
        self.sit_down(
            self.each.director, lambda desk: evaluating.approve(desk, self.each.path, "continue")
        )

    def measure(self, path):
        """The measure that the conclusion has become, as the register holds it."""
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            row = db.execute(
                """
                SELECT measure, agreement, year, title, side, responsible, due_on, status
                FROM v_measure WHERE agreement = ? AND title = ?
                """,
                (self.each.agreement, self.conclusion),
            ).fetchone()
        if row is None:
            raise Refused(f"{self.each.agreement}: the conclusion has become no measure")
        return {
            **dict(row), "id": row["measure"], "by": row["side"], "done_on": None,
            "cancelled_on": None, "due_on": date.fromisoformat(row["due_on"]),
        }

    def tell(self, register, approved_on, measure):
        """What the oracle is to know of all this."""
        Approve(self.each, approved_on).tell(register)
        register.measures.append(measure)
