"""The window on agreement: what is compared, the figures, the cases behind them, and files for a paper."""
