"""What WeasyPrint 57 is told beyond its options. Python reads this as it starts."""

import gc
import os

# What is laid out lives until it is printed: looking for garbage in it takes a third of the time.
gc.set_threshold(1_000_000, 50, 1000)

import structure
import weasyprint
from weasyprint import css
from weasyprint.css import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.text.line_break import Layout

structure.install()

# A line's layout is kept until the line is painted, not thrown away and made again.
Layout.deactivate = lambda layout: None
Layout.reactivate = lambda layout, style: None

# Most values of most boxes are the initial ones. They are there from the start, not looked up one
# by one.

PLAIN = {
    key: value
    for key, value in INITIAL_VALUES.items()
    if key not in INHERITED and key not in INITIAL_NOT_COMPUTED
    and key not in ("page", "position", "float", "display")
    and not key.startswith(("text_decoration_", "border_", "outline_"))
}


def with_plain_values(initialise, is_computed):
    def initialised(style, parent_style, *arguments):
        style.update(PLAIN)
        initialise(style, parent_style, *arguments)
        if is_computed:
            for key in style.cascaded:
                style.pop(key, None)

    return initialised


for kind in (css.ComputedStyle, css.AnonymousStyle):
    kind.__init__ = with_plain_values(kind.__init__, kind is css.ComputedStyle)

write_pdf = weasyprint.HTML.write_pdf


def write_and_leave(*arguments, **options):
    """Ends once the file is written: taking all apart would take a tenth of the time."""
    write_pdf(*arguments, **options)
    os._exit(0)


weasyprint.HTML.write_pdf = write_and_leave
