"""Many files: an archive is cut into shards, each done in a worker process and written where a later run can go on."""

from .plan import ArchiveError, Failure
from .progress import Progress
from .run import tag_many
from .summary import Summary, Tally

__all__ = ["ArchiveError", "Failure", "Progress", "Summary", "Tally", "tag_many"]
