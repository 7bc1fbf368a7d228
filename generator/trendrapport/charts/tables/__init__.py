"""A CSV text and its descriptor to typed rows and findings; draws nothing."""
