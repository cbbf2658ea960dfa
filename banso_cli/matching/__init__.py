"""From applications to draft teams.

`case` holds what is asked, `score` what a draft is worth in whole numbers, `greedy` makes a first
draft, `model` and `solve` the best one, `certificate` its proof. `checker` checks a draft and its
proof again; it shares nothing with the others and needs no solver.
"""
