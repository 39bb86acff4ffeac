"""How the learned parts are made: `python -m training.ner --help`. Nothing here is needed to run dramatis."""
