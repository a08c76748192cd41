"""`python -m sharecheck`."""

from sharecheck.cli import main

main()
