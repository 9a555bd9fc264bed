"""The checks themselves: each finds its fault in a page that has it, and none in one that has not."""

import pytest

import checks
from crawler import Crawler, shape
from document import Document
from visitor import Answer

SOUND = """
<!DOCTYPE html><html lang="nb"><head><title>Avtalar</title></head><body>
<header><a href="#main">Til innhaldet</a></header>
<main id="main"><h1>Avtalar</h1>{}</main>
<footer><a href="/accessibility">Tilgjenge</a></footer></body></html>
"""


@pytest.fixture
def drawn(looking):
    """A page with the markup given."""

    class Nobody:
        site = type("Site", (), {"scheme": "http", "netloc": "127.0.0.1"})
        cookies = {}

    with looking.page(Nobody(), width=320) as page:
        def draw(markup):
            page.set_content(SOUND.format(markup))
            return page

        yield draw


def test_a_sound_page_passes_every_check(drawn):
    page = drawn("<p>Alt er i orden.</p>")

    found = checks.axe(page) + checks.landmarks(page) + checks.overflowing(page)

    assert found == [] and checks.focus(page) == []


@pytest.mark.parametrize(
    "markup",
    (
        '<table><tr><td><div class="x">' + "Samarbeidsavtale" * 9 + "</div></table>",
        '<p class="b"><style>.b{width:40px;border:1px solid}</style>Partnerskapsavtale</p>',
        '<h2 class="c"><style>.c{overflow:hidden;width:50px}</style>Integreringsavtale</h2>',
    ),
)
def test_text_outside_its_box_is_found(drawn, markup):
    assert checks.overflowing(drawn(markup))


@pytest.mark.parametrize(
    "markup",
    ("<h1>Enda ein</h1>", '<p style="color:red">x</p>', "<script>1</script>",
     '<p onclick="x()">x</p>'),
)
def test_markup_that_no_page_may_have_is_found(drawn, markup):
    assert checks.landmarks(drawn(markup))


@pytest.mark.parametrize(
    "markup",
    ("<p><style>p{color:#bbb}</style>Blek</p>", "<input name='q'>", "<img src='/x.png'>"),
)
def test_axe_is_awake(drawn, markup):
    assert checks.axe(drawn(markup))


def test_a_focus_that_cannot_be_seen_is_found(drawn):
    page = drawn('<style>a:focus{outline:none}</style><a href="/">Heim</a>')

    assert any("does not show" in each for each in checks.focus(page))


@pytest.mark.parametrize(
    "path, expected",
    (
        ("/agreements/NORD-2012-003", "/agreements/{agreement}"),
        ("/agreements/NORD-2012-003/meetings/17", "/agreements/{agreement}/meetings/{number}"),
        ("/regions/indre_ost?year=2013", "/regions/{unit}?year"),
        ("/people/nord.saksbehandler1", "/people/{person}"),
        ("/norway/records/plan_coverage/total", "/norway/records/{indicator}/{unit}"),
        ("/help/import", "/help/{topic}"),
        ("/calendar/2013-03", "/calendar/{day}"),
    ),
)
def test_addresses_of_one_shape_are_told_from_others(path, expected):
    assert shape(path) == expected


def test_a_form_is_read_with_its_fields_and_buttons():
    document = Document(
        '<form method="post" action="/held"><input type="hidden" name="csrf" value="c">'
        '<select name="a"><option value="">–<option value="x" selected>X</select>'
        '<textarea name="t">før</textarea><button name="do" value="1">Lagre</button></form>'
    )

    form = document.forms[0]

    assert form.untouched() == [("csrf", "c"), ("a", "x"), ("t", "før")]
    assert [(each.name, each.value) for each in form.buttons] == [("do", "1")]


def test_a_broken_link_and_a_missing_place_are_told(walked):
    problems = walked({"/": '<a href="/nowhere">x</a><a href="#gone">y</a>'})

    assert problems == ["/ has no place #gone", "GET /nowhere → 404, from /"]


def test_what_comes_back_as_markup_is_told(walked):
    form = '<form method="post" action="/"><input name="title"><button>Lagre</button></form>'

    problems = walked({"/": form}, echo=True)

    assert any("came back as markup" in each for each in problems)


@pytest.fixture
def walked():
    """Walks pages that are given as text, and tells the problems."""

    def walk(pages, echo=False):
        class Script:
            account = None

            def get(self, path):
                found = pages.get(path)
                text = f"<h1>x</h1>{found}" if found else "no"
                headers = {"content-type": "text/html"}
                return Answer("GET", path, 200 if found else 404, headers, text.encode())

            def local(self, reference, _):
                return reference

            def submit(self, form, pairs, base, button):
                text = "".join(value for _, value in pairs) if echo else ""
                return Answer("POST", base, 422, {"content-type": "text/html"}, text.encode())

        crawler = Crawler(Script())
        crawler.walk()
        crawler.send_forms()
        return crawler.problems

    return walk
