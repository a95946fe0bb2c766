"""The program as it is used by 张三 on a Chinese computer: home folder, paths, encoding, output.

Everything lies below a folder with a Chinese name and a space, output goes into files, and it is
written once as the system likes it, once as a Chinese Windows does (code page 936).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CALLS = (
    ("validate", "plans", "--strict"),
    ("drill", "run", "--auto", "plans/drills/network-attack-weekend.yaml"),
    ("incident", "list"),
    ("schema", "--output", "预案 格式.json"),
    ("doctor",),
)


def call(words: tuple[str, ...], folder: Path, env: dict[str, str]) -> None:
    """One call with its output in a file; anything but status 0 ends everything."""
    out = folder / "输出.txt"
    with out.open("wb") as file:
        done = subprocess.run(
            [sys.executable, "-m", "tmplan", *words],
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        sys.stderr.buffer.write(out.read_bytes())
        sys.exit(f"{' '.join(words)}: status {done.returncode}")
    print(f"ok: {' '.join(words)}".encode("ascii", "backslashreplace").decode())


def main() -> None:
    """Both encodings, each in a home of its own."""
    for encoding in ("", "gbk"):
        with tempfile.TemporaryDirectory() as scratch:
            home = Path(scratch, "用户 张三")
            folder = home / "天猫店铺"
            shutil.copytree(ROOT / "plans", folder / "plans")
            env = {each: os.environ[each] for each in os.environ if each[:6] != "TMPLAN"}
            env |= dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
            if encoding:
                env["PYTHONIOENCODING"] = encoding
            for words in CALLS:
                call(words, folder, env)


if __name__ == "__main__":
    main()
