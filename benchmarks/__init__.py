"""Speed, size and quality beside other tools, measured in one run: ``python -m benchmarks``."""
