"""Templates on which the engine once disagreed with stock Jinja2, found by generated cases; kept small and by hand."""
