"""The codebook mended from its conflicts: what is argued over, both sides' words, the definition beside them."""
