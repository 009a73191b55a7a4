"""On which parameters do the positions differ, and who said what?"""
