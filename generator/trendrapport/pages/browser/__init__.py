"""What a browser gets as it is: templates, styles, scripts, fonts and the theme; knows no report."""
