"""Errors say what, where, why and what to do, and survive the way home from a worker."""

import pickle

import pytest

from twoplustwo.base.errors import DossierError, TwoPlusTwoError, nearest


def test_words():
    error = TwoPlusTwoError("no party x", where="--position", why="there are a, b", fix="try a")
    assert str(error) == "no party x (--position)\nthere are a, b\ntry a"
    assert str(TwoPlusTwoError("no party x")) == "no party x"
    assert str(error.at("position x")).startswith("no party x (position x)")


def test_pickles():
    error = pickle.loads(pickle.dumps(DossierError("what", "a.yaml:3", warning=True)))
    assert (error.what, error.where, error.warning) == ("what", "a.yaml:3", True)
    with pytest.raises(DossierError, match="what"):
        raise error


def test_nearest():
    assert nearest("rusia", ["us", "russia"]) == "did you mean russia?"
    assert nearest("RUSSIA", ["us", "russia"]) == "did you mean russia?"
    assert nearest("zebra", ["us", "russia"]) == ""
    assert nearest("x", []) == ""
