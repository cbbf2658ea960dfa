"""The search for the best draft.

`ground` is the case as whole numbers and `growing` finds the teams of a municipality; `prices`
bound every draft, by the linear programme of teams in `master`; `tree` searches and leaves the
proof that `certificate` writes down. `greedy` makes a first draft, `legal` tells whether there is
any, and `contradictions` why there is none.
"""
