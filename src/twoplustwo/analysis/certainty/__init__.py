"""What is certain whatever is assumed: the worst case over all claims, measure by measure."""
