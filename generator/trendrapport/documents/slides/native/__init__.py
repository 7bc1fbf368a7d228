"""A chart's declaration and table to a chart that presentation programs draw, where they have such a kind.

The numbers, names, order and highlighting are those of the drawing. What programs cannot show, such as where
bars break, an event or a reference line, is described below the chart; a line is interrupted where it breaks.
"""
