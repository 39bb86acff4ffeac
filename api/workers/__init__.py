"""The processes that answer queries: whose turn it is, how they are started, asked, slowed and killed."""
