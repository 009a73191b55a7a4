"""What everything else stands on: errors, units, outcomes, tables, digests."""
