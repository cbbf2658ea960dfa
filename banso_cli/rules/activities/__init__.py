"""Periods, and what teams did on which days."""
