"""What follows from the entries of a report: changes, ties, ranks, roles and news; knows no HTML."""
