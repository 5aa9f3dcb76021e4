"""Tables and paragraphs by the tags of a file, which say what each piece of text is."""
