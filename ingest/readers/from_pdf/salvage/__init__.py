"""What pdfium cannot open, read by pdfplumber: the last resort."""
