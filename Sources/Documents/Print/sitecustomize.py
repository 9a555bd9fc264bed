"""What WeasyPrint 57 is told beyond its options. Python reads this as it starts."""

import gc
import os

# What is laid out lives until it is printed: looking for garbage in it takes a third of the time.
gc.set_threshold(1_000_000, 50, 1000)

import structure
import weasyprint
from weasyprint.text.line_break import Layout

structure.install()

# A line's layout is kept until the line is painted, not thrown away and made again.
Layout.deactivate = lambda layout: None
Layout.reactivate = lambda layout, style: None

write_pdf = weasyprint.HTML.write_pdf


def write_and_leave(*arguments, **options):
    """Ends once the file is written: taking all apart would take a tenth of the time."""
    write_pdf(*arguments, **options)
    os._exit(0)


weasyprint.HTML.write_pdf = write_and_leave
