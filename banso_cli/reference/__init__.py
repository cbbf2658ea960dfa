"""Tables of public facts about Japan: its prefectures and its municipalities."""
