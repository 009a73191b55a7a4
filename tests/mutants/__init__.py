"""Which wrong engines do the tests notice?

A mutant is the package with one change: a constant 5 % too large, a sign or a comparison turned.
A test that still passes with it says nothing about that line. `fixed.yaml` holds some sixty that
the tests kill (`test_fixed.py`): `.ci/run` tries all of them, `make test` those whose module,
tests or entry differ from what others have. `wide.py` makes hundreds and is run by hand.
"""
