"""``python -m vnforeign`` is the command line."""

from .cli import main

main()
