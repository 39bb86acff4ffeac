"""Files become articles: segments, title, outlet, authors, day."""

from graph.texts.inputs import NoTextsError, files
from graph.texts.reading import articles, read

__all__ = ["NoTextsError", "articles", "files", "read"]
