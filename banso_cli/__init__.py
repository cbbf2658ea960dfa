"""The roster of 地方創生伴走支援制度 as flat files: read, checked, counted, rendered.

The pipeline, one package an arrow:

    roster/*.yaml ──reading──▶ Roster ─┬─ rules ──────▶ findings ── diagnostics
                                       ├─ statistics ─▶ tables ──── reports
                                       └─ editing ────▶ files, all or nothing
    Only `commands` print; only `reading` and `editing` touch files of the roster.

Layers, imports running downwards only: cli, commands, (reports, editing, diagnostics, history),
(statistics, rules), reading, model, files, (reference, locale), text. A new field goes into
`model`, a new rule into a module of `rules` and its `RULES`, a new table into
`statistics/dimensions.py`, a new form of output into `reports` or `diagnostics`, a new command into
`commands` and `cli.py`.
"""
