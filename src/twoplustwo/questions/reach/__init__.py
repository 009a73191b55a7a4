"""Can the interceptors reach ICBMs bound for the United States?"""
