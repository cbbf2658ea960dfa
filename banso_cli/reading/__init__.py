"""From the files of the roster to records that know where each value stands."""
