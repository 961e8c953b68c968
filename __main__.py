"""Run the command line with `python -m dualuse`."""

from dualuse.cli import main

main()
