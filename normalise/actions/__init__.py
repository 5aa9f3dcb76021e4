"""From rows under a header to actions: texts by field, then the values read out of them."""
