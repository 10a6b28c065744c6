"""The looks of pages: light, dark and paper, all with readable contrast."""

_LIGHT = (
    "--paper:#ffffff;--ink:#1b1f24;--soft:#57606a;--line:#d5dbe1;--accent:#0b5cad;--alarm:#b3261e;"
    "--box:#f5f7f9;--heat0:#eef1f4;--heat1:#b3d3f2;--heat2:#6ba6e0;--heat3:#2a73bd;--heat4:#0b3f7a"
)
_DARK = (
    "--paper:#14171b;--ink:#e8ebee;--soft:#a4adb7;--line:#353c44;--accent:#7db8f2;--alarm:#ff8a80;"
    "--box:#1c2127;--heat0:#23292f;--heat1:#17406b;--heat2:#1f66ab;--heat3:#4f9be4;--heat4:#b5d8fb"
)

COLORS = (
    f":root{{color-scheme:light dark;{_LIGHT}}}"
    f"@media screen and (prefers-color-scheme:dark){{:root{{{_DARK}}}}}"
)
"""The colors, for light, dark and paper."""

PICTURES = """
svg text{fill:var(--soft)}
svg .line{stroke:var(--line)}svg .soft{stroke:var(--soft)}svg .dashed{stroke-dasharray:5 4}
svg .curve{fill:none;stroke-width:2}
svg .accent{stroke:var(--accent);stroke-width:2}svg .fill{fill:var(--accent)}
svg .alarm{fill:var(--alarm)}
svg rect[class^=heat]{stroke:var(--line)}
svg .heat0{fill:var(--heat0)}svg .heat1{fill:var(--heat1)}svg .heat2{fill:var(--heat2)}
svg .heat3{fill:var(--heat3)}svg .heat4{fill:var(--heat4)}
"""
"""How the parts of pictures look."""

STYLE = (
    COLORS
    + """
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:54rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:0 0 .3rem}
header p,section>p{color:var(--soft);margin:.2rem 0 .8rem;max-width:44rem}
section{margin:2rem 0}
code{background:var(--box);padding:.1em .3em;border-radius:.2em}
dl.overview{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.6rem,1fr));gap:.8rem;margin:0}
dl.overview div{background:var(--box);border:1px solid var(--line);border-radius:.5rem;
padding:.7rem .9rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
dt{color:var(--soft);font-size:.85rem}dd{margin:0;font-size:1.15rem;font-weight:600}
figure{margin:0}.picture,.wide{overflow-x:auto}
svg{max-width:none;height:auto;font-size:11px;display:block}
"""
    + PICTURES
    + """
a{color:var(--accent)}
details{margin:.5rem 0}summary{cursor:pointer;color:var(--accent)}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding:.2rem 0}
th,td{padding:.25rem .8rem .25rem 0;text-align:left;vertical-align:top;
border-bottom:1px solid var(--line)}
th[scope=row]{font-weight:400}thead th{color:var(--soft);font-size:.85rem;font-weight:600}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media print{body{max-width:none;padding:0;font-size:10pt}
section,figure,tr{break-inside:avoid}h2{break-after:avoid}section{margin:1rem 0}
details{display:none}.picture,.wide{overflow:visible}svg{max-width:100%}
rect,circle,dl.overview div{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
)
"""The style sheet of every page."""
