"""Who answers for an action: people, roles and bodies in any mix, read from an owner cell."""

from normalise.values.owners.learning import learn_names
from normalise.values.owners.names import Names
from normalise.values.owners.reading import read_owners

__all__ = ["Names", "learn_names", "read_owners"]
