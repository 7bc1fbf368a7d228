"""What follows from the entries of a report: changes, relations, ranks, roles and news; knows no HTML."""
