/** The style sheets of the papers: black on white, readable in grey, in the real sizes of A4 and of a label of 62 × 100 mm. */
const RANGES = {
  'next-latin-ext.woff2': 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  'next-latin.woff2': 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;
/** Where the type of the papers lies among the packages: a PC that prints need not have it. */
export const FACES: Readonly<Record<keyof typeof RANGES, string>> = {
  'next-latin-ext.woff2': '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  'next-latin.woff2': '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
};
const FACE_RULES = Object.entries(RANGES).map(([name, range]) => `@font-face { font-family: "Holdfast Paper"; src: url(/papers/${name}) format("woff2"); font-weight: 200 800; font-display: block; unicode-range: ${range}; }`).join('\n');
const SHARED = `
${FACE_RULES}
* { box-sizing: border-box; }
html { color-scheme: light; background: #fff; color: #000; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { margin: 0; font-family: "Holdfast Paper", "Helvetica Neue", Arial, system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, p, dl, dd, ul, table, figure { margin: 0; padding: 0; }
.qr { display: block; }
.screen { display: flex; gap: 4mm; align-items: center; padding: 4mm; border-bottom: 1px solid #000; font-size: 11pt; }
.screen h1 { font-size: 13pt; }
.screen button, .screen a { display: inline-block; text-decoration: none; font: inherit; font-weight: 700; padding: 2mm 6mm; min-height: 12mm; border: 0.5mm solid #000; border-radius: 1mm; background: #fff; color: #000; cursor: pointer; }
.screen :is(button, a):focus-visible { outline: 1mm solid #000; outline-offset: 0.5mm; }
.virtual { font-weight: 700; letter-spacing: 0.02em; }
@media print { .screen { display: none; } }
`;

export const SHEET_STYLE = `@page { size: A4; margin: 14mm 16mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Holdfast Paper", Arial, sans-serif; } }
${SHARED}
body { font-size: 10.5pt; line-height: 1.4; }
main { max-width: 178mm; margin: 0 auto; }
@media screen { main { padding: 10mm 0; } }
header { display: grid; grid-template-columns: 1fr auto 28mm; gap: 4mm; align-items: start; border-bottom: 0.7mm solid #000; padding-bottom: 2mm; }
header + * { margin-top: 4mm; }
h1 { font-size: 19pt; line-height: 1.15; }
header .lead { margin-top: 2mm; }
.case { text-align: right; }
.case small, .head small { display: block; font-size: 8pt; }
.code { font-size: 26pt; font-weight: 700; line-height: 1; letter-spacing: 0.03em; }
.head { width: 28mm; }
.head .qr { width: 28mm; height: 28mm; margin: -2.5mm 0 0; }
.head small { text-align: center; font-size: 7pt; line-height: 1.25; }
h2 { font-size: 12pt; margin: 5mm 0 1.5mm; break-after: avoid; }
p, li { white-space: pre-line; }
main > p { margin-top: 2mm; }
dl { display: grid; grid-template-columns: minmax(32mm, max-content) 1fr; gap: 0.6mm 4mm; }
:is(ul, dl) + dl { margin-top: 4mm; }
dl + table { margin-top: 4mm; }
dt { font-weight: 700; }
dl, .frame, .verdict, .times, .signatures, .link, tr { break-inside: avoid; }
ul { padding-left: 5mm; }
li + li { margin-top: 0.6mm; }
.frame { border: 0.7mm solid #000; padding: 2.5mm 3.5mm; margin-top: 3mm; }
.frame strong { font-size: 12.5pt; display: block; }
.verdict { border-left: 2mm solid #000; padding: 1mm 0 1mm 4mm; margin-top: 5mm; }
.verdict strong { font-size: 16pt; line-height: 1.2; display: block; }
table { border-collapse: collapse; width: 100%; margin-top: 2mm; table-layout: fixed; font-size: 9.5pt; }
thead { display: table-header-group; }
th, td { text-align: left; vertical-align: top; border-bottom: 0.2mm solid #777; padding: 1mm 3mm 1mm 0; white-space: pre-line; }
th { border-bottom: 0.5mm solid #000; }
.columns-4 th:nth-child(1) { width: 21mm; } .columns-4 th:nth-child(2) { width: 38mm; } .columns-4 th:nth-child(3) { width: 28mm; }
.times { margin-top: 4mm; }
.times ol { list-style: none; margin: 1mm 0 0; padding: 2mm 0 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: 4mm; border-top: 0.7mm solid #000; }
.times small { display: block; font-size: 8.5pt; }
.times b { font-size: 11pt; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 7mm; }
.signatures .line { height: 20mm; border-bottom: 0.4mm solid #000; display: flex; align-items: end; }
.signatures svg { height: 19mm; width: 57mm; max-width: 100%; display: block; }
.signatures b, .signatures small { display: block; }
.link { display: grid; grid-template-columns: 30mm 1fr; gap: 4mm; align-items: center; margin-top: 2mm; }
.link .qr { width: 30mm; height: 30mm; }
.secret { border: 0.4mm dashed #000; padding: 2mm 3mm; margin-top: 2mm; break-inside: avoid; display: grid; grid-template-columns: auto auto 1fr; gap: 4mm; align-items: baseline; }
.secret b { font-size: 18pt; letter-spacing: 0.15em; }
footer { margin-top: 7mm; padding-top: 2mm; border-top: 0.2mm solid #777; font-size: 8.5pt; break-inside: avoid; }
footer b { display: block; }
.paper-letter header { border-bottom: 0; }
.paper-letter main > p { margin-top: 4mm; }
.paper-letter { font-size: 11.5pt; line-height: 1.5; }
`;

export const LABEL_STYLE = `@page { size: 62mm 100mm; margin: 0; }
${SHARED}
.label { width: 62mm; height: 100mm; padding: 2.5mm 3mm; display: flex; flex-direction: column; overflow: hidden; break-after: page; font-size: 7.5pt; line-height: 1.2; }
.label:last-child { break-after: auto; }
@media screen { .label { border: 1px dashed #777; margin: 6mm; } }
.code { font-size: 45pt; font-weight: 700; line-height: 0.95; letter-spacing: 0.01em; }
.code.long { font-size: 33pt; }
/* What must be known takes the room that is there, so that a label with one warning has no hole in it. */
.flag, .frame { flex: 1 0 auto; max-height: 24mm; display: flex; flex-direction: column; justify-content: center; }
.flag { background: #000; color: #fff; font-weight: 700; font-size: 11.5pt; line-height: 1.15; padding: 1.2mm 2mm; margin-top: 1mm; }
.flag small { display: block; font-size: 8.5pt; }
.frame { border: 0.6mm solid #000; font-weight: 700; font-size: 9.5pt; line-height: 1.15; padding: 1mm 2mm; margin-top: 1mm; }
.frame small { display: block; font-size: 9pt; }
.label > .device:nth-child(2) { border-top: 0.6mm solid #000; padding-top: 1.5mm; margin-top: 2mm; font-size: 15pt; }
.device { margin-top: 1.2mm; font-size: 9pt; font-weight: 700; max-height: 2.4em; overflow: hidden; line-height: 1.2; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 2mm; font-size: 8.5pt; }
dt { font-weight: 400; }
dd { font-weight: 700; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.foot { margin-top: auto; display: grid; grid-template-columns: 25mm 1fr; gap: 1.5mm; align-items: end; padding-top: 1mm; }
.foot .qr { width: 25mm; height: 25mm; margin: 0 0 -1.5mm -1.5mm; }
.foot p { max-height: 24mm; overflow: hidden; }
.foot .store { font-weight: 700; font-size: 8.5pt; max-height: 3.6em; overflow: hidden; }
`;

/** Works without it too: every browser prints by its menu. */
export const PRINT_SCRIPT = "document.querySelector('#print')?.addEventListener('click', () => print());\n";
