"""The answer under either reading of the claimed speed."""
