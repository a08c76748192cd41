"""What looks like data of a real person: found however it is written, and nothing else refused."""
