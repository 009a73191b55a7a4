"""What does the shield cover?"""
