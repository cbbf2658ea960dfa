"""Records of the programme and of its periods, and what belongs to them."""
