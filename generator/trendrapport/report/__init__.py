"""Files to a `Report`: what editors wrote, checked against the models, and the part of it that readers get;
knows no pages.
"""
