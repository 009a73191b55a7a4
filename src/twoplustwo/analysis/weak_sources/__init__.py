"""Which claims rest on a reprint or on memory alone, the most read first?"""
