"""Many clients at once, on any `concurrent.futures.Executor`; one that fails never stops the others.

`clients_file` reads the jobs, `running` gives them to workers and tries again what a dead worker left,
`worker` is what happens there, `result` what comes back.
"""

from handover.batch.clients_file import read_jobs
from handover.batch.result import Built, Job, Result
from handover.batch.running import build_many

__all__ = ["Built", "Job", "Result", "build_many", "read_jobs"]
