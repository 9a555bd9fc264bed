"""What is wrong with a page that a browser has laid out, as sentences."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

SCRIPT = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")
AXE = Axe()
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def overflowing(page):
    """Text that leaves its box or is cut off, and pages that scroll sideways."""
    return page.evaluate(f"(() => {{ const c = {SCRIPT}; return c.overflowing().concat(c.cut()) }})()")


def landmarks(page):
    """What every page has and what none may have."""
    return page.evaluate(f"{SCRIPT}.landmarks()")


def axe(page):
    """What axe-core finds, with the place and the reason."""
    found = []
    for each in AXE.run(page, options=RULES).response["violations"]:
        nodes = [f"{n['target'][0]}: {_reason(n)}" for n in each["nodes"][:3]]
        more = f" and {len(each['nodes']) - 3} more" if len(each["nodes"]) > 3 else ""
        found.append(f"{each['id']}: {'; '.join(nodes)}{more}")
    return found


def _reason(node):
    checks = node["any"] + node["all"] + node["none"]
    return checks[0]["message"] if checks else node["html"][:80]


def focus(page, most=60):
    """Places that the Tab key reaches without showing it, or behind something else."""
    found = []
    first = None
    # Where the first key came before a field that takes the focus by itself, the browser complains.
    if page.query_selector("[autofocus]"):
        page.wait_for_function("document.activeElement !== document.body")
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(f"{SCRIPT}.focus()")
        if at is None or at["name"] == first:
            break
        first = first or at["name"]
        if not at["seen"]:
            found.append(f"{at['name']} does not show that it has the focus")
        if at["covered"]:
            found.append(f"{at['name']} is behind {at['covered']}")
    return found
