"""How well articles are read, measured on public annotated corpora: `python -m benchmarks --help`."""
