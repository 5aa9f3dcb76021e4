"""Plans in, files out: workbook, CSV, data package."""
