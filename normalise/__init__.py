"""A `Document` in, a `Plan` out: what the cells mean. Knows councils, headings, dates and people; opens no file."""
