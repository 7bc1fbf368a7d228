"""What a declaration marks in a chart, in words and as marks among the data; knows no kinds."""
