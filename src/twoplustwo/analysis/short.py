"""Numbers in sentences."""


def short(value: float, digits: int = 3) -> str:
    """So many significant digits and every one before the point, with a real minus sign."""
    text = f"{value:.{digits}g}" if abs(value) < 10.0**digits - 0.5 else f"{value:.0f}"
    return text.replace("-", "−")
