"""Makes the example of the README and docs/: the report of seeds/ as a page, and a picture of that page.

python scripts/build_example.py              writes docs/examples/brief.html and docs/images/brief.png
python scripts/build_example.py --check      says whether the page is stale, and ends with 1 where it is

The picture needs chromium and the packages of the group `browser`; the page does not.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "examples" / "brief.html"
PICTURE = ROOT / "docs" / "images" / "brief.png"
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 1280, 860
# When the example was made, as it says at its foot: the same in each making, so that only the code can change the page.
MOMENT = "2026-11-22T12:00:00+00:00"


def main() -> int:
    """Write the page and its picture, or only compare the page."""
    html = example_page()
    if "--check" in sys.argv:
        stale = not PAGE.is_file() or PAGE.read_text("utf-8") != html
        print(
            "docs/examples/brief.html is stale: run scripts/build_example.py" if stale else "the example is up to date"
        )
        return int(stale)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(html, "utf-8", newline="\n")
    take_picture()
    print(f"{PAGE.name}: {PAGE.stat().st_size // 1024} kB; {PICTURE.name}: {PICTURE.stat().st_size // 1024} kB")
    return 0


def example_page() -> str:
    """Return the report of seeds/ as a page, made at a fixed moment."""
    from summarizer import summarize
    from summarizer.rendering import render

    before = Path.cwd()
    os.chdir(ROOT)  # so that the paths in the report are those of a reader in a checkout
    try:
        report = summarize("seeds/", backend="offline")
    finally:
        os.chdir(before)
    run = report.run.model_copy(update={"started": MOMENT, "finished": MOMENT})
    return render(report.model_copy(update={"run": run}), format="html")


def take_picture() -> None:
    """Photograph the page where sources differ, with the words of one of them opened beside it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(PAGE.as_uri())
        contested = page.locator("tr", has=page.locator("[data-standing=contested]")).first
        contested.locator("a.ref").first.click()
        contested.evaluate("row => row.scrollIntoView({block: 'center', behavior: 'instant'})")
        picture = page.screenshot()
        browser.close()
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(picture)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())
