"""Tests of identity across articles."""
