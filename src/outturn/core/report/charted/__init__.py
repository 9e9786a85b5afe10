"""Pictures of tables that carry their own series: what `outturn chart` draws, with no catalogue behind it."""
