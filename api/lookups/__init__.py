"""The lookups: each module answers for one kind of thing, from the reader of one view."""
