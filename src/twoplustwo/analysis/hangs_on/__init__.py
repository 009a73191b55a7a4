"""On which numbers does the verdict for each base hang?"""
