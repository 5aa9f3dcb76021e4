"""An installed LibreOffice, asked to turn old Word files and RTF into .docx; only ever where the user says so."""
