"""The address to join as a QR code: for the beamer as SVG, for the terminal as half blocks."""

import io

import segno


def svg(address: str) -> bytes:
    """A drawing that scales, dark on light whatever the page around it."""
    out = io.BytesIO()
    segno.make(address, micro=False).save(
        out, kind="svg", border=4, light="white", xmldecl=False, svgclass=None, lineclass=None
    )
    return out.getvalue()


def half_blocks(address: str) -> str:
    """Lines of half blocks, light on dark, as most terminals are."""
    rows = [list(row) for row in segno.make(address, micro=False).matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    blocks = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    return "\n".join(
        "".join(blocks[bool(top), bool(bottom)] for top, bottom in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )
