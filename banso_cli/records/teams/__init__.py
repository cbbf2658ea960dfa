"""Records of teams: who holds their seats, what they do, and whether support goes on."""
