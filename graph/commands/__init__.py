"""What each command does, a module for each purpose; `graph.cli` has the words and flags by which it is called."""
