"""Parsed sentences, dates and word lists: all that knows English and spaCy."""
