#!/usr/bin/env python3
"""A year passes in rehearsal, on the built programs.

  year.py --programs .build/debug [--from 2013-01-01] [--to 2014-02-28] [--agreements 40] [--seed 7]
          [--no-browser] [--pictures FOLDER] [--keep]

Prints a line for each part and the figures at the end; exit code 1 and sentences on what differs.
"""

import argparse
import signal
import sys
import tempfile
import time
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import paths  # noqa: F401
from annual import FORMATS, AnnualReport, of_any_days
from coordinator import let_signals_through
from evaluations import Followed, Round, unapproved
from figures import leaves
from looking import browsers
from oracle import UNITS, moved, workdays_after
from post import Post
from premises import Premises
from rehearsal import Rehearsal, report_days, working_days
from world import World


class Year:
    """The parts of the rehearsal, in order, and how each went."""

    def __init__(self, options):
        self.options = options
        self.first, self.last = options.first, options.last
        self.folder = Path(tempfile.mkdtemp(prefix="avtalt-year-"))
        self.differences = []
        self.begun = time.monotonic()
        self.post = Post(self.folder)
        self.premises = Premises(self.folder, options.programs.resolve(), self.post)
        self.world = World(options.seed, options.agreements, self.first, self.last)
        self.rehearsal = Rehearsal(self.premises, self.post, self.world)
        self.round = Round(self.world, options.seed)

    def run(self, looking):
        """`looking` opens browsers; None leaves out what needs one."""
        self.prepare()
        opened_on = moved(date(self.first.year, 11, 15))
        if looking and self.first < opened_on < self.last:
            self.pass_days(opened_on)
            self.follow(looking, opened_on)
        self.pass_days(self.last)
        self.tell("the days", self.rehearsal.differences(), self.figures_of_days())
        if self.last >= report_days(self.first.year)[1]:
            self.report()
        self.sum_up()
        return self.differences

    # ---- the days

    def prepare(self):
        self.rehearsal.prepare()
        alone = [unit for unit, n in self.world.units_in_force(self.first).items() if n == 0]
        self.tell(
            "the register",
            [f"{unit} has no agreement in force: take another seed" for unit in alone],
            f"{len(self.world.rows['agreements'])} agreements over {len(UNITS)} units, "
            f"{sum(map(len, self.world.rows.values()))} rows",
        )
        self.pass_days(self.first)
        self.round.plan(self.unapproved(self.first.year - 1), workdays_after(self.first, 1))

    def unapproved(self, year):
        path = self.folder / "register.sqlite"
        return unapproved(path, year, self.world.writer, self.world.director)

    def pass_days(self, last):
        prints = [day for y in (self.first.year, self.last.year) for day in report_days(y)]
        self.rehearsal.pass_days(last, prints)

    def figures_of_days(self):
        due = self.rehearsal.due
        notices = sum(map(len, due.days.values()))
        shares = due.shares()
        mails = [mail for mail in self.post.mails if mail.day >= self.first]
        deeds = sum(self.rehearsal.done.values())
        return (
            f"{self.rehearsal.days} days run, {working_days(self.first, self.last)} of them "
            f"working days; {deeds} deeds of {len(self.rehearsal.done)} kinds; {notices} notices "
            f"in {sum(map(len, shares.values()))} shares; {len(shares)} digests due, {len(mails)} "
            f"mails came"
        )

    # ---- the evaluations

    def follow(self, looking, opened_on):
        """One evaluation in a browser, the others as people answer in the weeks after."""
        opened = self.unapproved(self.first.year)
        followed = next(each for each in opened if self.can_be_followed(each))
        opened.remove(followed)
        self.round.plan(opened, workdays_after(opened_on, 1))
        begun = time.monotonic()
        told = []
        try:
            self.follow_one(Followed(self.premises, looking, followed), opened_on)
        except Exception as problem:  # a browser has errors of its own
            told.append(f"{followed.agreement}: {problem}")
        self.premises.close_pages()
        self.tell(
            "an evaluation in a browser",
            told,
            f"{followed.agreement}, from the mail to {followed.address} to a measure of "
            f"{followed.year + 1}; {len(opened) + 1} evaluations opened, "
            f"{time.monotonic() - begun:.0f} s",
        )

    def can_be_followed(self, each):
        return (
            each.kind == "municipal"
            and each.owner != "central"
            and each.parties == 1
            and None not in (each.address, each.writer, each.director)
        )

    def follow_one(self, followed, opened_on):
        followed.open_pages()
        followed.ask(opened_on)
        followed.close_pages()
        judged_on = moved(date(self.first.year, 12, 2))
        self.pass_days(judged_on)
        followed.open_pages()
        followed.judge(date(self.first.year + 1, 2, 24))
        followed.approve()
        measure = followed.measure(self.folder / "register.sqlite")
        followed.tell(self.rehearsal.due.register, judged_on, measure)

    # ---- the report

    def report(self):
        """The annual report by the calendar, and one of days that no calendar has."""
        register = self.rehearsal.due.register
        annual = AnnualReport(self.premises, register, self.first.year)
        told = annual.issued()
        self.tell(
            f"the annual report of {self.first.year}",
            told,
            f"parts of {len(UNITS)} units consolidated, {len(FORMATS)} formats, "
            f"{len(list(leaves(annual.json)))} values as the rulebook has them",
        )
        if not annual.json:
            return
        self.follow_figures("its paper", annual.figures(), [], self.options.pictures)
        first, last = date(self.first.year, 3, 17), date(self.first.year, 5, 17)
        self.premises.prints_pdf = True
        told, odd = of_any_days(self.premises, register, first, last)
        self.follow_figures(f"a report of {first} to {last}", odd, told)

    def follow_figures(self, part, on_paper, told, pictures=None):
        begun = time.monotonic()
        told += on_paper.printed(self.folder / "pages")
        if pictures:
            on_paper.paper.pictures(pictures)
        self.premises.open_pages()
        try:
            told += on_paper.followed(self.premises.signed_in(self.reader()))
        except AssertionError as problem:
            told.append(str(problem))
        self.premises.close_pages()
        self.tell(
            part,
            told,
            f"{len(on_paper.paper.pages)} pages; {on_paper.links} figures lead to "
            f"{on_paper.addresses} pages with {on_paper.records} records that add up to them, "
            f"{time.monotonic() - begun:.0f} s",
        )

    def reader(self):
        """A head office analyst who may sign in."""
        return next(
            user["id"]
            for user in self.world.rows["users"]
            if user["role"] == "head_office_analyst" and user["active"]
        )

    # ---- telling

    def tell(self, part, differences, figures):
        """One line of a part, and a line for each difference."""
        self.differences += differences
        print(f"{'differs' if differences else 'agrees '}  {part}: {figures}", flush=True)
        for each in differences[: self.options.most]:
            print(f"         {each}")
        if len(differences) > self.options.most:
            print(f"         and {len(differences) - self.options.most} more")

    def sum_up(self):
        spent = self.premises.seconds
        kinds = ", ".join(f"{kind} {seconds:.0f} s" for kind, seconds in sorted(spent.items()))
        done = ", ".join(f"{kind} {n}" for kind, n in sorted(self.rehearsal.done.items()))
        print(f"deeds    {done}; {self.premises.answered} of them by a link in a mail")
        print(
            f"time     {time.monotonic() - self.begun:.0f} s, of these {kinds}; "
            f"{spent['run'] / (self.rehearsal.days + 1):.2f} s a day's run; "
            f"the register is {self.premises.size() / 1e6:.1f} MB at the end"
        )

    def close(self):
        self.premises.close(keep=self.options.keep)
        self.post.close()
        if self.options.keep:
            print(f"kept     {self.folder}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--programs", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=date(2013, 1, 1))
    parser.add_argument("--to", dest="last", type=date.fromisoformat, default=date(2014, 2, 28))
    parser.add_argument("--agreements", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--most", type=int, default=40, help="differences shown of each part")
    parser.add_argument("--pictures", type=Path, help="where pictures of the report's pages go")
    parser.add_argument("--keep", action="store_true", help="leave the folder with the register")
    options = parser.parse_args()
    let_signals_through()
    # Whoever is asked to end ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    year = Year(options)
    try:
        with nullcontext() if options.no_browser else browsers() as looking:
            differences = year.run(looking)
    finally:
        year.close()
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
