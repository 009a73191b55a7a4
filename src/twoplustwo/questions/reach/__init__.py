"""Can the interceptors meet the missiles on their way from the bases to the targets?"""
