"""Runs `outturn` with the given words and prints the greatest memory that it held, in KiB."""

import resource
import sys

from outturn.cli.main import app

app(sys.argv[1:], standalone_mode=False)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
