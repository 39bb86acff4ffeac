"""The SPARQL endpoint: requests of the protocol, formats of results, and what is refused before it runs."""
