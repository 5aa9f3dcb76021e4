"""A workbook that analysts worked in, read back: what they corrected, and what they added."""
