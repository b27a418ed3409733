"""What passes between the stages: what an extractor may say, and what a reader may trust."""
