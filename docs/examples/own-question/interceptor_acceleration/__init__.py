"""A question for twoplustwo: how hard must an interceptor accelerate?"""
