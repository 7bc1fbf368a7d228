"""Where marks, names and lines of text can stand so that nothing touches: plain numbers in and out; knows no
charts and no trends.
"""
