"""Markup of shapes and native charts for slides, as strings: no package of slides is needed to write it."""
