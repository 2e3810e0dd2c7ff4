"""Runs every notebook and checks what it shows. `check.py LAKE TARGET`, inside of the virtual environment."""

from __future__ import annotations

import base64
import os
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import nbformat
from floorwalker_notebooks import Lake
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from report import Report
from traitlets.config import Config

HERE = Path(__file__).resolve().parent
CELL_SECONDS = 120


def execute(notebook: Path, lake: Path, copy: Path) -> nbformat.NotebookNode:
    """Runs a notebook on a lake in a kernel of its own and writes the run copy, also when a cell fails."""
    os.environ["FLOORWALKER_DIR"] = str(lake)
    node = nbformat.read(notebook, as_version=4)
    with tempfile.TemporaryDirectory(prefix="floorwalker-") as sockets:
        # Sockets in a short path of their own: a TCP port can be reached by everyone on this machine.
        client = NotebookClient(
            node,
            config=Config({"KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}}),
            kernel_name="python3",
            resources={"metadata": {"path": str(HERE)}},
            timeout=CELL_SECONDS,
        )
        try:
            return client.execute()
        finally:
            nbformat.write(node, copy)


def pictures(node: nbformat.NotebookNode) -> list[tuple[int, bytes]]:
    """The PNG outputs with the number of their cell, in the order of the cells."""
    return [
        (number, base64.b64decode(output["data"]["image/png"]))
        for number, cell in enumerate(node.cells)
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]


def shown_text(cell: nbformat.NotebookNode) -> str:
    """What a cell printed."""
    return "".join(output.text for output in cell.get("outputs", []) if output.output_type == "stream").strip()


def colours(png: bytes) -> dict[bytes, int]:
    """How often each colour occurs in a PNG of 8 bits a channel (RGB or RGBA, not interlaced)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n"), "not a PNG"
    position, packed, pixel_size, width, height = 8, b"", 0, 0, 0
    while position < len(png):
        length, kind = struct.unpack(">I4s", png[position : position + 8])
        body = png[position + 8 : position + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour_type, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            pixel_size = {2: 3, 6: 4}[colour_type]
            assert (depth, interlaced) == (8, 0), "another kind of PNG than the renderer makes"
        elif kind == b"IDAT":
            packed += body
        position += length + 12
    counts: dict[bytes, int] = {}
    for row in unfiltered(zlib.decompress(packed), width * pixel_size, height, pixel_size):
        for start in range(0, len(row), pixel_size):
            colour = row[start : start + pixel_size]
            counts[colour] = counts.get(colour, 0) + 1
    return counts


def unfiltered(data: bytes, row_size: int, height: int, pixel_size: int) -> list[bytes]:
    """The rows of a picture with PNG's five row filters undone."""
    rows: list[bytes] = []
    above = bytes(row_size)
    for number in range(height):
        start = number * (row_size + 1)
        kind = data[start]
        row = bytearray(data[start + 1 : start + 1 + row_size])
        for i in range(row_size if kind else 0):
            left = row[i - pixel_size] if i >= pixel_size else 0
            corner = above[i - pixel_size] if i >= pixel_size else 0
            guess = (0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner))[kind]
            row[i] = (row[i] + guess) & 0xFF
        above = bytes(row)
        rows.append(above)
    return rows


def paeth(left: int, up: int, corner: int) -> int:
    """PNG's predictor: the neighbour nearest to left + up - corner."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda neighbour: abs(guess - neighbour))


def has_no_outputs(notebook: Path) -> None:
    node = nbformat.read(notebook, as_version=4)
    code = [(number, cell) for number, cell in enumerate(node.cells) if cell.cell_type == "code"]
    kept = [number for number, cell in code if cell.outputs or cell.execution_count]
    assert not kept, f"cells {kept} of {notebook.name} hold outputs; clear them before the commit"


def shows_pictures(node: nbformat.NotebookNode, stem: str, target: Path) -> None:
    found = pictures(node)
    assert found, "no cell shows a picture"
    for number, png in found:
        path = target / f"{stem}-{number:02d}.png"
        path.write_bytes(png)
        counts = colours(png)
        inked = sum(counts.values()) - max(counts.values())
        # Axes and text alone stay below 2 %.
        assert inked > 0.02 * sum(counts.values()), f"{path} is blank: {inked} of {sum(counts.values())} pixels drawn"


def says_findings(node: nbformat.NotebookNode) -> None:
    for number, _ in pictures(node):
        below = shown_text(node.cells[number + 1]) if number + 1 < len(node.cells) else ""
        assert any(map(str.isdigit, below)), f"no finding under the picture of cell {number}: {below!r}"


def says_what_to_run(notebook: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=target) as empty:
        try:
            execute(notebook, Path(empty), target / f"{notebook.stem}-without-lake.ipynb")
        except CellExecutionError as error:
            assert "No catalog at" in str(error) and "floorwalker demo" in str(error), str(error)
        else:
            raise AssertionError("the notebook found something in an empty directory")
        assert not list(Path(empty).iterdir()), "reading made files in the directory of the stack"


def reads_every_table(lake: Path) -> None:
    catalog = Lake.open(str(lake)).catalog
    rows = {name: catalog.load_table(("cx", name)).scan().to_arrow().num_rows for _, name in catalog.list_tables("cx")}
    assert rows.get("events") and rows.get("detections"), f"no events or no detections: {rows}"


def tells_a_story(target: Path, channel: str, about: str) -> None:
    """What the demo wrote on its screen: something found, answered on a channel, and delivered there."""
    log = (target / "demo.log").read_text(encoding="utf-8")
    told = [line for line in log.splitlines() if about in line and channel in line and line.endswith("-> delivered")]
    assert told, f"no line of {target / 'demo.log'} says that after '{about}' came '{channel}' and was delivered"


def published_shops() -> list[Path]:
    """The lakes of shops of others that the tests of jobs/local have left, each with a file that says what was counted."""
    return sorted(found.parent for found in HERE.parent.glob("jobs/local/target/published-shops/*/expected"))


def finds_what_others_counted(lake: Path) -> None:
    table = Lake.open(str(lake)).catalog.load_table("cx.detections")
    kinds = table.scan(row_filter="kind = 'cart_abandoned'", selected_fields=("detection_id",)).to_arrow()
    ids = kinds["detection_id"].to_pylist()
    expected = int((lake / "expected").read_text())
    assert len(ids) == len(set(ids)) == expected, f"{len(ids)} rows, {len(set(ids))} ids, expected {expected}"


def prints_abandonment(lake: Path) -> None:
    script = HERE.parent / "sql" / "catalog" / "open_catalog.py"
    done = subprocess.run([sys.executable, "-B", str(script), str(lake)], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "cart_abandoned" in done.stdout, done.stdout + done.stderr


def check(notebook: Path, lake: Path, target: Path, report: Report) -> None:
    """All test cases of one notebook."""
    runs: list[nbformat.NotebookNode] = []
    copy = target / notebook.name
    case(report, f"{notebook.name} is kept without outputs", lambda: has_no_outputs(notebook))
    case(report, f"{notebook.name} runs to its end", lambda: runs.append(execute(notebook, lake, copy)))
    if runs:
        shown = partial(shows_pictures, runs[0], notebook.stem, target)
        case(report, f"{notebook.name} shows pictures with something in them", shown)
        case(report, f"{notebook.name} says a finding under each picture", lambda: says_findings(runs[0]))
    case(report, f"{notebook.name} says what to run where there is no lake", lambda: says_what_to_run(notebook, target))


def case(report: Report, sentence: str, body: Callable[[], None]) -> None:
    """Runs one test case and keeps how it ended."""
    started = time.monotonic()
    failure = None
    try:
        body()
    except Exception as error:
        failure = str(error) or type(error).__name__
    report.add(sentence, time.monotonic() - started, failure)
    print(f"{'ok    ' if failure is None else 'FAILED'} {sentence}", flush=True)
    if failure is not None:
        print(failure, file=sys.stderr, flush=True)


def keep_to(target: Path) -> None:
    """Points Jupyter, IPython and Python below target/, whatever the user's own settings are."""
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        directory = target / "jupyter" / name.lower()
        directory.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(directory)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    os.environ["PYICEBERG_HOME"] = str(target / "jupyter")
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    os.environ["PYTHONNOUSERSITE"] = "1"
    os.environ.pop("PYTHONPATH", None)


def main(lake: Path, target: Path) -> int:
    keep_to(target)
    report = Report("notebooks", target / "failsafe-reports")
    case(report, "PyIceberg reads every table of the lake", lambda: reads_every_table(lake))
    case(report, "sql/catalog/open_catalog.py prints the abandonment of each day", lambda: prints_abandonment(lake))
    if lake == target / "demo":
        told = partial(tells_a_story, target)
        case(report, "the demo offers a chat when a card is refused", lambda: told("chat offered", "card refused"))
        case(report, "the demo sends an alert when a contact falls silent", lambda: told("rep alerted", "silent for"))
    for shop in published_shops():
        sentence = f"PyIceberg finds the abandoned carts that others counted in {shop.name}"
        case(report, sentence, partial(finds_what_others_counted, shop))
    for notebook in sorted(HERE.glob("*.ipynb")):
        check(notebook, lake, target, report)
    report.write()
    return 1 if report.failures() or not report.cases else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
