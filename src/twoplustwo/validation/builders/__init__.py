"""Functions that compute our side of a case, one module a topic; found by name, listed nowhere.

A builder takes keyword arguments in SI and gives a number in SI, True or False for yes or no, or a
word. It uses the engine of the package wherever the case is about the engine; where it is a closed
form, its docstring says so.
"""
