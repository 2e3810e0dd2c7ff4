"""Makes the virtual environment below target/, lets the demo write a small lake, and runs every notebook on it.

Standard library only, and in a syntax that any Python 3 reads: it also has to say that a Python is too old.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE / "target"
FLOORWALKER = HERE.parent / "deploy" / "local" / "floorwalker"
# Port 0: any free one, so that a stack that runs on this machine is not in the way.
DEMO = ["demo", "--sessions", "24", "--speed", "20", "--seed", "7", "--port", "0"]
DEMO_SECONDS = 15 * 60
REMEDY = "needs Python 3.10 or newer with venv: apt install python3-venv, or set PYTHON"


class Problem(Exception):
    """Something outside of the notebooks is wrong; the message says what, and what to do."""


def python_problem(version, has_venv):
    """What is wrong with a Python, or None."""
    if version < (3, 10):
        return "this is Python %d.%d; %s" % (version[0], version[1], REMEDY)
    if not has_venv:
        return "this Python comes without venv; " + REMEDY
    return None


def digest(parts):
    """One SHA-256 over texts and the contents of files."""
    hashed = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        hashed.update(b"%d:" % len(content) + content)
    return hashed.hexdigest()


def is_current(stamp_file, stamp):
    """Whether the work that a stamp stands for was done to its end."""
    return stamp_file.is_file() and stamp_file.read_text() == stamp


def environment():
    """The Python of the virtual environment, which is made when requirements or interpreter have changed."""
    directory = TARGET / "venv"
    python = directory / "bin" / "python"
    stamp_file = directory / "floorwalker.stamp"
    stamp = digest([HERE / "requirements.txt", sys.version, sys.executable, str(directory)])
    if is_current(stamp_file, stamp):
        return python
    print("notebooks: making a virtual environment in %s (once, about 150 MB to fetch)" % directory, flush=True)
    shutil.rmtree(str(directory), ignore_errors=True)
    run([sys.executable, "-m", "venv", str(directory)], REMEDY)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]
    run(install + ["-r", str(HERE / "requirements.txt")], "check the network, or point pip to an index that you reach")
    stamp_file.write_text(stamp)
    return python


def run(command, remedy):
    """Runs a command to its end or says what to do."""
    code = subprocess.call(command)
    if code != 0:
        raise Problem("exit code %d of: %s; %s" % (code, " ".join(command), remedy))


def demo_lake():
    """A directory whose lake the demo of this very build has written."""
    directory = TARGET / "demo"
    stamp_file = TARGET / "demo.stamp"
    if not os.access(str(FLOORWALKER), os.X_OK):
        raise Problem("%s is not there or not executable; take a fresh checkout" % FLOORWALKER)
    stamp = digest([FLOORWALKER] + built_jars() + DEMO)
    if is_current(stamp_file, stamp) and (directory / "catalog.db").is_file():
        return directory
    if stamp_file.is_file():
        stamp_file.unlink()
    if (directory / "run").is_dir():
        # A build that was killed may have left its stack running on the directory that goes now.
        subprocess.call([str(FLOORWALKER), "down", "--dir", str(directory)], stderr=subprocess.DEVNULL)
    shutil.rmtree(str(directory), ignore_errors=True)
    log = TARGET / "demo.log"
    print("notebooks: the demo writes a small lake (three to four minutes), log in %s" % log, flush=True)
    write_demo([str(FLOORWALKER)] + DEMO + ["--dir", str(directory)], log)
    stamp_file.write_text(stamp)
    return directory


def built_jars():
    """Our own jars: equal builds have equal bytes, so an unchanged build keeps its lake."""
    jars = HERE.parent.glob("jobs/*/target/floorwalker-*.jar")
    return sorted(list(jars) + list(HERE.parent.glob("schemas/target/floorwalker-*.jar")))


def write_demo(command, log):
    """Runs the demo as a process group of its own, so that a hanging one can be ended as a whole."""
    with open(str(log), "wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            code = process.wait(timeout=DEMO_SECONDS)
        except subprocess.TimeoutExpired:
            stop(process)
            code = "none after %d s" % DEMO_SECONDS
        except BaseException:
            stop(process)
            raise
    if code != 0:
        last = "\n  ".join(log.read_text(errors="replace").splitlines()[-40:])
        raise Problem("the demo failed (exit code %s); %s ends with:\n  %s" % (code, log, last))


def stop(process):
    """Ends the demo politely, then the hard way. Not by SIGINT: in the background of a shell that is ignored."""
    process.terminate()
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def main():
    """Exit code 0 when every check passed, 1 when one failed, 2 when this machine lacks something."""
    has_venv = importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")
    problem = python_problem(sys.version_info[:2], has_venv)
    if problem:
        print("notebooks: " + problem, file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(prog="notebooks/run", description=__doc__.splitlines()[0])
    parser.add_argument("--dir", type=Path, help="run on this directory of a stack instead of the demo's")
    arguments = parser.parse_args()
    sys.dont_write_bytecode = True
    from report import Report

    # What ends the build has to end the demo too: `write_demo` stops it on the way out.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    # A report of an older run must not stand for one that ends early.
    shutil.rmtree(str(TARGET / "failsafe-reports"), ignore_errors=True)
    TARGET.mkdir(exist_ok=True)
    started = time.monotonic()
    try:
        python = environment()
        lake = arguments.dir.resolve() if arguments.dir else demo_lake()
    except (Problem, OSError) as found:
        report = Report("notebooks", TARGET / "failsafe-reports")
        report.add("the demo writes a lake for the notebooks", time.monotonic() - started, str(found))
        report.write()
        print("notebooks: %s" % found, file=sys.stderr)
        return 1
    return subprocess.call([str(python), "-B", str(HERE / "check.py"), str(lake), str(TARGET)])


if __name__ == "__main__":
    sys.exit(main())
