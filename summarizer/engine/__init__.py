"""Many articles at once: read lazily, asked side by side, worked on beside the event loop, kept as they are finished."""
