"""Tests of the charts package."""
