"""Parsed sentences, dates and word lists: all that knows English and spaCy."""

import os

# One thread: spinning threads cost six times the CPU on a shared machine. It must be said before numpy is imported.
os.environ.setdefault("OMP_NUM_THREADS", "1")
