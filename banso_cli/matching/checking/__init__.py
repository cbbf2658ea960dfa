"""A draft and its proof looked at again, by code that the search shares nothing with.

It needs no solver.
"""
