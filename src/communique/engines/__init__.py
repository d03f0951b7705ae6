"""Reading many reports: in a loop or over processes, into a ledger."""
