"""When does which threat exist, by whose estimate, and how did dated predictions fare?"""
