"""Every speed ratio, each benchmark in a process of its own: `python -m benchmarks [NAME...]`."""

import subprocess
import sys
from pathlib import Path


def main(wanted: list[str]) -> int:
    """Runs the benchmarks named, or all. The exit code is that of the worst."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    chosen = [name for name in names if not wanted or name.removeprefix("bench_") in wanted]
    worst = 0
    for name in chosen:
        print(f"\n== {name.removeprefix('bench_').replace('_', ' ')}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
