"""The validation room: published results against ours, case by case; reads cases, tunes nothing."""
