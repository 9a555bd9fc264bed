"""Days in order: what is due, the run, and what people do afterwards."""

import time
from collections import Counter
from datetime import date, timedelta

import paths
from oracle import Register, closed, workdays_after

from due import Due, Ledger, compare_ledger, compare_mails, key
from world import previous_working_day


class Rehearsal:
    """One register from a first day to a last, on the built programs."""

    def __init__(self, premises, post, world):
        self.premises = premises
        self.post = post
        self.world = world
        self.done = Counter()
        self.days = 0
        self.problems = []
        self.seconds = 0.0

    def prepare(self):
        """Imports the register, and lets one day pass on which everything older is caught up.

        What a first run does with the stages before it is no part of the year.
        """
        folder = self.premises.folder / "generated"
        self.world.write(folder)
        before = previous_working_day(self.world.first)
        self.premises.day = before
        self.premises.avtalt("import", str(paths.NORWAY))
        self.premises.avtalt("import", str(folder))
        self.premises.run_day(before)
        self.before = self.post.collect(before)
        register = Register([str(paths.NORWAY), str(folder)])
        self.due = Due(register, {key(each) for each in self.ledger().notices})

    def ledger(self):
        return Ledger(self.premises.folder / "register.sqlite")

    def pass_days(self, last, prints_pdf_on=()):
        """Lets the days pass up to the last one, which is in."""
        begun = time.monotonic()
        day = self.premises.day + timedelta(1)
        if self.days == 0:
            day = self.world.first
        while day <= last:
            self.pass_day(day, day in prints_pdf_on)
            day += timedelta(1)
        self.seconds += time.monotonic() - begun

    def pass_day(self, day, prints_pdf=False):
        self.due.add(day)
        self.premises.prints_pdf = prints_pdf
        told = self.premises.run_day(day)
        self.days += 1
        for word in ("failed", "left", "held"):
            if f"  {word}" in told:
                self.problems.append(f"{day}: avtalt run leaves work: {told}")
        self.post.collect(day)
        self.work(day)

    def work(self, day):
        """What people do that day, first by themselves and then at the pages."""
        deeds = self.world.deeds.pop(day, [])
        at_pages = [deed for deed in deeds if deed.at_pages(self.premises)]
        for deed in deeds:
            if deed not in at_pages:
                self.do(deed)
        if at_pages:
            self.premises.open_pages()
            done = [deed for deed in at_pages if self.do(deed)]
            for deed in done:
                deed.finish(self.premises)
            self.premises.close_pages()
            self.post.collect(day)

    def do(self, deed):
        try:
            deed.do(self.premises)
        except AssertionError as refusal:
            self.problems.append(f"{self.premises.day}: {type(deed).__name__}: {refusal}")
            return False
        deed.tell(self.due.register)
        self.done[type(deed).__name__] += 1
        return True

    def differences(self):
        """Everything in which product and rulebook differ until now, in sentences."""
        ledger = self.ledger()
        staff = set(ledger.addresses.values())
        is_letter = lambda mail: mail.to not in staff
        mails = [mail for mail in self.post.mails if mail.day >= self.world.first]
        found = self.problems + compare_ledger(self.due, ledger)
        found += compare_mails(self.due, ledger, mails, self.premises.site, is_letter)
        found += [f"{address}: the mail server refused it" for address in self.post.refused]
        return found


def report_days(year):
    """When the half-year report and the annual report of a year are issued."""
    july, february = date(year, 6, 30), date(year + 1, 1, 31)
    return workdays_after(july, 10), workdays_after(february, 10)


def working_days(first, last):
    span = (last - first).days + 1
    return sum(not closed(first + timedelta(n)) for n in range(span))
