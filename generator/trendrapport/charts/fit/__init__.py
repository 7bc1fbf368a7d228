"""What in a declaration and its table would give a wrong drawing, as findings with a path; draws nothing."""
