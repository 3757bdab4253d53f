"""When an update was posted: dates and times as people write them."""
