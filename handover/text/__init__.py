"""What is done to text: cleaning for the outputs, comparing, counting, finding links in it."""
