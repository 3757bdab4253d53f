"""A farm of sites: real HTTP servers on loopback that behave as the platforms do."""

from tests.farm import posts, sites
from tests.farm.server import Asked, Drop, Farm, Reply, served

__all__ = ["Asked", "Drop", "Farm", "Reply", "posts", "served", "sites"]
