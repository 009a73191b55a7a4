"""How far a headline moves within what is held: ends, whose they are, what moves it most."""
