"""Bar charts and maps as SVG: places, words and letters."""
