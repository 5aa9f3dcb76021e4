"""Bytes in, a `Document` out: headings, paragraphs and tables of cells, in order, whatever the file format."""
