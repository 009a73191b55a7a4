"""What does a freeze cost or buy, by the dates of each side?"""
