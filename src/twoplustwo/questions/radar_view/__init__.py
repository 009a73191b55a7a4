"""What can each radar see, of whom, from when on and for how long?"""
