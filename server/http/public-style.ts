/** The one style sheet of the public listener: readable on a small phone, light, dark and on paper, without a font or picture to fetch. */
export const PUBLIC_STYLE = `:root { color-scheme: light dark; --ground: #eceeef; --paper: #fff; --line: #cfd4d7; --edge: #6b7880; --ink: #182024; --quiet: #4d5a61; --main: #0a5a96; --on-main: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181b; --paper: #1d2327; --line: #343c42; --edge: #8a979e; --ink: #eef2f3; --quiet: #a9b4ba; --main: #62b3ef; --on-main: #08202f; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0.75rem 0 0.5rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 0.5rem; }
section { margin-top: 2.5rem; }
p, ul, ol, dl { margin: 0.5rem 0; }
ul { padding-left: 1.25rem; }
li + li { margin-top: 0.25rem; }
a { color: var(--main); }
.store { color: var(--quiet); margin: 0; padding-bottom: 0.75rem; border-bottom: 1px solid var(--line); font-weight: 600; }
.virtual { color: var(--quiet); font-size: 0.95rem; font-weight: 700; margin: 0.5rem 0 0; }
.of { color: var(--quiet); margin: 1.5rem 0 0; }
.of + h1 { margin-top: 0; }
.lead { color: var(--quiet); }
.card { border: 1px solid var(--line); border-radius: 8px; background: var(--paper); padding: 1.25rem 1rem; margin-top: 1rem; }
.card > :last-child, .card > form > :last-child { margin-bottom: 0; }
.card[role] { border-left: 6px solid var(--main); }
.card[role] > :first-child { margin-top: 0; }
.outcome { font-weight: 700; font-size: 1.25rem; line-height: 1.35; margin-bottom: 1rem; }
.code { letter-spacing: 0.05em; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: 0.5rem 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; font-weight: 600; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd + dt { margin-top: 0.75rem; } }
small, time { color: var(--quiet); font-size: 0.95rem; line-height: 1.4; }
time { display: block; }
ol.plain { list-style: none; padding: 0; margin: 0; }
ol.plain > li { border-top: 1px solid var(--line); padding: 0.75rem 0; margin: 0; }
details > ol.plain > li:first-child { border-top: 0; }
summary { min-height: 3rem; padding: 0.75rem 0; border-top: 1px solid var(--line); color: var(--main); font-weight: 600; cursor: pointer; }
.message { white-space: pre-line; margin: 0.25rem 0 0; }
form { margin: 0; }
.field { margin: 1.25rem 0; }
fieldset > .field:first-of-type { margin-top: 0.5rem; }
.field label, .field small { display: block; }
label { font-weight: 600; }
input, textarea, select, button { font: inherit; color: inherit; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); padding: 0.6rem 0.75rem; min-height: 3rem; max-width: 100%; }
.field input, .field textarea, .field select { display: block; width: 100%; margin-top: 0.375rem; }
.field input[name=pin] { max-width: 12rem; font-size: 1.5rem; letter-spacing: 0.2em; }
.tick { display: grid; grid-template-columns: 1.75rem 1fr; gap: 0 0.75rem; align-items: center; }
.tick input { width: 1.75rem; min-height: 1.75rem; margin: 0; accent-color: var(--main); }
.tick label { display: flex; align-items: center; min-height: 3rem; }
.tick small { grid-column: 2; margin-top: -0.25rem; }
.row { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 0.75rem; align-items: end; }
.row .field { margin-top: 0; }
button, .step { display: inline-flex; align-items: center; justify-content: center; min-height: 3rem; font-weight: 700; }
button { background: var(--main); color: var(--on-main); border-color: var(--main); padding: 0.6rem 1.25rem; cursor: pointer; }
button.quiet { background: transparent; color: inherit; border-color: var(--edge); font-weight: 600; }
@media (max-width: 30rem) { button { width: 100%; } }
:is(a, button, input, textarea, select, summary):focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
fieldset { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 0; padding: 0; min-width: 0; }
legend { display: block; float: left; width: 100%; font-size: 1.25rem; line-height: 1.3; font-weight: 700; padding: 1rem 0 0.25rem; }
legend + * { clear: both; }
canvas { display: block; width: 100%; aspect-ratio: 3; background: #fff; border: 1px solid var(--edge); border-radius: 8px; touch-action: none; }
.sheet { margin-top: 1.5rem; }
.sheet:empty { display: none; }
.sheet .frame { border: 2px solid; border-radius: 8px; background: var(--paper); padding: 0.75rem 1rem; margin-top: 1rem; }
.sheet .frame strong { font-size: 1.15rem; }
.sheet .frame p { margin: 0.25rem 0 0; }
.sheet h2 { margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 1rem; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.4rem 0.5rem 0.4rem 0; }
@media print { form, button, nav { display: none; } html { background: none; } body { font-size: 10.5pt; } .card { background: none; } }
.languages { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; max-width: 40rem; margin: 0 auto; padding: 0 1rem 2rem; }
.languages > * { display: inline-flex; align-items: center; min-width: 3rem; min-height: 3rem; }
`;
