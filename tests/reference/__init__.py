"""Tests of the tables of public facts."""
