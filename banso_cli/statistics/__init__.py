"""From the Roster to tables; counting is done by pandas, which is imported only then."""
