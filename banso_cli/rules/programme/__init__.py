"""What a team has to be, and the definitions of the programme."""
