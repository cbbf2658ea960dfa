"""From applications to draft teams.

`case` holds what is asked, `score` what a draft is worth in whole numbers, `result` what is told of
it. `search` finds the best draft and proves it, `checking` looks at a draft and its proof again.
"""
