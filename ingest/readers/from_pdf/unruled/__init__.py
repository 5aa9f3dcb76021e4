"""Tables whose columns and rows only white space, colours and single rules tell."""
