"""From the Roster to tables: what is counted, by what, and what of it may be shown."""
