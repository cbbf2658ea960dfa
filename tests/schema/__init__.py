"""Tests of the JSON Schemas: their form, their agreement with the reader, editors."""
