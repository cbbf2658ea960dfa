"""What each command does: it reads, has the work done, and tells what came of it."""
