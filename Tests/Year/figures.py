"""A report's figures as its JSON has them, as people read them, and as their records add up."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

# Ratios of which the report shows a share and under it «5 of 9».
MEANS = {"meeting_delay_days", "score_imdi", "score_counterpart"}
COUNTS = {"agreements_in_force", "activities", "overdue", "municipal_meetings"}
KINDS = "visit phone seminar conference network guidance training media other".split()
SUB_GOALS = [f"D{n}" for n in range(1, 9)]
# Shares of measures by sub-goal are in the report, and not in its JSON.
MORE_THAN_JSON = {"measures_done"}
# Components that have a row of their own in one of the tables.
PARTS = {
    "activities": lambda f: [f["by"]["kind"].get(kind, 0) for kind in KINDS]
    + [f["by"]["sub_goal"].get(goal, 0) for goal in SUB_GOALS],
    "agreements_in_force": lambda f: list(f["by"]["kind"].values()),
    "overdue": lambda f: [f["up_to_30"], f["31_to_90"], f["over_90"]],
    "settlement": lambda f: [f["requested"], f["decided"], f["settled"]],
}
NOTHING = "–"


def leaves(value, path=()):
    """(path, number, text or None) of everything in a JSON value."""
    if isinstance(value, dict):
        if not value:
            yield path, {}
        for name, member in value.items():
            yield from leaves(member, path + (name,))
    else:
        yield path, value


def differences(name, own, expected):
    """Sentences on every leaf that is not the same; numbers may differ by how they were added."""
    own, expected = dict(leaves(own)), dict(leaves(expected))
    told = []
    for path in sorted(set(own) | set(expected)):
        left, right = own.get(path, "nothing"), expected.get(path, "nothing")
        number = lambda value: isinstance(value, (int, float)) and not isinstance(value, bool)
        if number(left) and number(right):
            if abs(left - right) <= 1e-12 * max(1, abs(right)):
                continue
        elif left == right:
            continue
        told.append(f"{name}: {'/'.join(path)} is {left}, expected {right}")
    return told


def rounded(value, places=1):
    """Half away from zero, from the decimal that the number was written as."""
    step = Decimal(1).scaleb(-places)
    return f"{Decimal(repr(value)).quantize(step, ROUND_HALF_UP):f}".replace(".", ",")


def whole(value):
    """With a space between thousands."""
    return f"{value:,}".replace(",", " ")


def percent(value):
    return NOTHING if value is None else f"{rounded(value * 100)} %"


def headline(indicator, figure):
    """The figure as it stands first."""
    if indicator in COUNTS:
        return whole(figure["value"])
    if indicator in MEANS:
        return NOTHING if figure["value"] is None else rounded(figure["value"])
    return percent(figure["value"])


def shown(indicator, figure):
    """Every form in which the report's tables show a figure and its components."""
    parts = set(map(whole, PARTS.get(indicator, lambda f: [])(figure)))
    if indicator == "grants":
        parts = {percent(each["value"]) for each in figure["by"]["scheme"].values()}
    return {headline(indicator, figure)} | parts


def from_records(indicator, figure, rows):
    """Sentences on what the rows behind a figure do not add up to.

    Each row is (numerator, denominator, value), as the page's file has it.
    """
    if indicator in COUNTS:
        return [] if len(rows) == figure["value"] else [f"{len(rows)} rows, not {figure['value']}"]
    if indicator in MEANS:
        values = [row[2] for row in rows if row[2] is not None]
        if len(values) != figure["n"]:
            return [f"{len(values)} values, not {figure['n']}"]
        mean = median(values) if indicator == "meeting_delay_days" else average(values)
        if figure["n"] and abs(mean - figure["value"]) > 1e-9:
            return [f"the values make {mean}, not {figure['value']}"]
        return []
    sums = [sum(row[i] or 0 for row in rows) for i in (0, 1)]
    wanted = [figure["numerator"], figure["denominator"]]
    return [] if sums == wanted else [f"the rows add up to {sums}, not {wanted}"]


def from_part(indicator, text, rows):
    """Sentences on what the rows of a part do not add up to, by the part's figure as it is shown."""
    if indicator in COUNTS:
        made = whole(len(rows))
    else:
        numerator, denominator = (sum(row[i] or 0 for row in rows) for i in (0, 1))
        made = percent(numerator / denominator if denominator else None)
    return [] if made == text else [f"the rows make {made}, not {text}"]


def average(values):
    return sum(values) / len(values) if values else None


def median(values):
    values = sorted(values)
    half = len(values) // 2
    if not values:
        return None
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def by_address(links):
    """(indicator, unit) -> set of the texts that lead there."""
    found = defaultdict(set)
    for link in links:
        found[link.indicator, link.unit].add(link.text)
    return found
