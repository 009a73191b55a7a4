"""What must be true for each claimed speed?"""
