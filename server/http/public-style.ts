/** The one style sheet of the public listener: readable on a small phone, light, dark and on paper, without a font or picture to fetch. */
export const PUBLIC_STYLE = `:root { color-scheme: light dark; --line: #b9bec4; --quiet: #4d545c; --main: #1657a0; --on-main: #fff; --card: #f3f4f5; }
@media (prefers-color-scheme: dark) { :root { --line: #575d64; --quiet: #b3bac1; --main: #8fbcf2; --on-main: #10151b; --card: #1e2226; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: Canvas; color: CanvasText; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0.5rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 0.5rem; }
section { margin-top: 2rem; }
p, ul, ol, dl { margin: 0.5rem 0; }
.store { color: var(--quiet); margin: 0; }
.virtual { border: 2px solid; padding: 0.5rem 0.75rem; font-weight: 700; }
.card { border: 1px solid var(--line); border-radius: 6px; background: var(--card); padding: 1rem; margin-top: 1rem; }
.outcome { font-weight: 700; font-size: 1.2rem; }
.code { letter-spacing: 0.05em; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.25rem 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; font-weight: 600; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
small, time { color: var(--quiet); font-size: 0.95rem; }
time { display: block; }
ol.plain { list-style: none; padding: 0; }
ol.plain > li { border-top: 1px solid var(--line); padding: 0.5rem 0; }
.message { white-space: pre-line; }
form { margin: 0; }
.field label, .field small, legend { display: block; }
label { font-weight: 600; }
input, textarea, select, button { font: inherit; color: inherit; border: 1px solid var(--quiet); border-radius: 6px; background: Canvas; padding: 0.6rem 0.75rem; min-height: 3rem; max-width: 100%; }
.field input, .field textarea, .field select { display: block; width: 100%; margin-top: 0.25rem; }
.tick { display: grid; grid-template-columns: 1.75rem 1fr; gap: 0 0.75rem; align-items: center; }
.tick input { width: 1.75rem; min-height: 1.75rem; margin: 0; }
.tick small { grid-column: 2; }
.row { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 0.75rem; }
@media (max-width: 30rem) { .row { grid-template-columns: 1fr; } }
button { background: var(--main); color: var(--on-main); border-color: var(--main); font-weight: 700; cursor: pointer; }
button.quiet { background: Canvas; color: inherit; border-color: var(--quiet); font-weight: 600; }
:is(a, button, input, textarea, select):focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; padding: 0.5rem 1rem; min-width: 0; }
canvas { display: block; width: 100%; aspect-ratio: 3; background: #fff; border: 1px solid var(--quiet); border-radius: 6px; touch-action: none; }
.sheet .frame { border: 2px solid; padding: 0.75rem 1rem; margin-top: 1rem; }
.sheet .frame strong { font-size: 1.15rem; }
.sheet h2 { margin-top: 1.5rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 1rem; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.4rem 0.5rem 0.4rem 0; }
@media print { form, button { display: none; } body { font-size: 10.5pt; } .card { background: none; } }
.languages { display: flex; flex-wrap: wrap; gap: 4px 20px; max-width: 640px; margin: 0 auto; padding: 0 16px 32px; }
.languages > * { display: inline-flex; align-items: center; min-height: 48px; }
`;
