"""From news texts to a graph of actors, events and claims."""
