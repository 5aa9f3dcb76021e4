"""What pdfium draws on a page, as the ink that tables are made of."""
