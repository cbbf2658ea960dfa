"""From applications to draft teams.

`case` holds what is asked, `score` what a draft is worth in whole numbers, `greedy` makes a first
draft. `model` is the integer programme and `part` what a solver gets of it; `linear` bounds it,
`solve` finds the best draft, `certificate` its proof. `checker` checks a draft and its proof again;
it shares nothing with the others and needs no solver.
"""
