"""Rules of applications (A): who applied for what, and what people have decided."""
