"""A complete roster that is made up: every record of it is invented, from a seed.

`lists` and `places` make what the teams refer to, `teams` the teams; `periods` counts them and
publishes the figures; `made_up` puts all of it together, and `files` writes it down.
"""

TEAMS, MOST_TEAMS = 97, 1_700
"""How many teams a roster has unless told otherwise, and how many the names and codes allow."""

SEED = 1
"""The seed unless another one is told."""
