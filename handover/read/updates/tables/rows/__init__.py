"""From rows of cells to updates."""
