"""A real cluster on this machine: a master and two workers, each a process of its own, on loopback."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyspark

SPARK = Path(pyspark.__file__).parent
CLASSES = "org.apache.spark.deploy"
ENVIRONMENT = {
    **os.environ,
    "SPARK_HOME": str(SPARK),
    "SPARK_LOCAL_IP": "127.0.0.1",
    "SPARK_DAEMON_MEMORY": "256m",
    "PYSPARK_PYTHON": sys.executable,
    "SPARK_DAEMON_JAVA_OPTS": (QUICK := "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
}


@dataclass
class Cluster:
    """Where its master listens, and its workers by process."""

    url: str
    workers: list[subprocess.Popen]

    def kill(self, worker: subprocess.Popen) -> None:
        """End a worker and the executors it started, as a power cut would."""
        for process in [*children(worker.pid), worker.pid]:
            os.kill(process, signal.SIGKILL)


def children(process: int) -> list[int]:
    """Every process below one, the deepest first."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [each for child in map(int, found) for each in (*children(child), child)]


@contextmanager
def standalone(folder: Path) -> Iterator[Cluster]:
    """One master and two workers of one core; all are ended afterwards. Their words are kept in `folder`."""
    started: list[subprocess.Popen] = []

    def start(name: str, *words: str) -> Path:
        log = folder / f"{name}.log"
        command = [str(SPARK / "bin/spark-class"), f"{CLASSES}.{words[0]}", "--host", "127.0.0.1", *words[1:]]
        with log.open("w") as said:
            process = subprocess.Popen(command, env=ENVIRONMENT, cwd=folder, stdout=said, stderr=said)
        started.append(process)
        return log

    try:
        url = wait_for(
            start("master", "master.Master", "--port", "0", "--webui-port", "0"), r"Starting Spark master at (\S+)"
        )
        for name in ("one", "two"):
            size = ["--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(folder / name)]
            start(name, "worker.Worker", *size, url)
        for name in ("one", "two"):
            wait_for(folder / f"{name}.log", r"(Successfully registered) with master")
        yield Cluster(url, started[1:])
    finally:
        for process in reversed(started):
            if process.poll() is None:
                for each in [*children(process.pid), process.pid]:
                    os.kill(each, signal.SIGKILL)
            process.wait()


def wait_for(log: Path, words: str, seconds: float = 60) -> str:
    """What stands in the log where `words` match."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = re.search(words, log.read_text())
        if found:
            return found[1]
        time.sleep(0.1)
    raise TimeoutError(f"{log.name} did not say '{words}':\n{log.read_text()[-2000:]}")
