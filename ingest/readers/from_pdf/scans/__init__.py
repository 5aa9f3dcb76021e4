"""Pages that are pictures: rendered, straightened, their rules and colours found, their words recognised."""
