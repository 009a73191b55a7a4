"""Why do the answers of two positions differ? Each dispute's share, and where the verdict turns."""
