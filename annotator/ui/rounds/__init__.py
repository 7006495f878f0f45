"""The window on rounds: opened, drawn, given to coders, frozen; and what a trainee is told."""
