"""The HTML pages: plain, without scripts, readable offline."""
