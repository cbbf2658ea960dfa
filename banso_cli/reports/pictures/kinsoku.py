"""How lines of Japanese begin and end."""

from __future__ import annotations

NEVER_FIRST = "、。，．・：；）」』】〕％ー～…！？ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ々"
"""Letters that a line does not begin with."""
NEVER_LAST = "（「『【〔"
"""Letters that a line does not end with."""
