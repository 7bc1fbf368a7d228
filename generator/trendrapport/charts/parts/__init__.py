"""What several kinds are made of: scales, series, moments, layers, panels and names beside marks; knows no
kinds.
"""
