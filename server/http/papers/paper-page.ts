/** Lays a paper out as a page that is made to be printed. Everything typed is escaped and keeps its own direction. */
import { html } from 'hono/html';
import { printHead } from '../../contract/custody.ts';
import type { Block, Label, Row, Sheet, SignField } from '../../domain/papers/paper.ts';
import { qrPicture } from './qr-picture.ts';
import type { Markup } from './qr-picture.ts';
import type { ServerWords } from '../../contract/words-for.ts';

export interface PageFrame {
  readonly storeName: string;
  readonly virtual: boolean;
  /** As it is read: when it was printed. */
  readonly when: string;
  readonly words: ServerWords;
}

export function sheetPage(sheet: Sheet, frame: PageFrame): Markup {
  const { papers } = frame.words;
  return page(frame.words, sheet.title, sheet.code, 'sheet', sheet.kind, html`<main>
<header>
<div><h1 dir="auto">${sheet.title}</h1>${frame.virtual ? html`<p class="virtual">${papers.virtual}</p>` : ''}${sheet.lead === null ? '' : html`<p class="lead">${sheet.lead}</p>`}</div>
<div class="case"><small>${papers.caseWord}</small><span class="code">${sheet.code}</span></div>
<div class="head">${qrPicture(printHead(sheet.head), papers.check.title)}<small>${sheet.headWords}</small></div>
</header>
${sheetBlocks(sheet.blocks)}
<footer><b>${papers.check.title}</b>${papers.check.words(sheet.head.seq)}<br><span dir="auto">${papers.page(frame.storeName, frame.when)}</span></footer>
</main>`);
}

export function labelPage(labels: readonly Label[], { virtual, words }: Pick<PageFrame, 'virtual' | 'words'>): Markup {
  return page(words, words.papers.titles.label, labels[0]?.code ?? '', 'label', 'label', html`<main>${labels.map((label) => one(label, virtual, words))}</main>`);
}

function one(label: Label, virtual: boolean, { papers }: ServerWords): Markup {
  const words = papers.label;
  return html`<section class="label">
<div class="code${label.code.length > 4 ? ' long' : ''}">${label.code}</div>
${label.irreplaceable === null ? '' : html`<p class="flag">${label.irreplaceable}<small>${words.neverErase}</small></p>`}
${label.battery === null ? '' : html`<p class="frame">${label.battery}<small>${words.batteryDo}</small></p>`}
${label.held === null ? '' : html`<p class="frame">${label.held}</p>`}
<p class="device" dir="auto">${label.device}</p>
${facts(label.ids)}
<div class="foot">${qrPicture(printHead(label.head), papers.check.title)}<div>${virtual ? html`<p class="virtual">${papers.virtual}</p>` : ''}<p class="store" dir="auto">${label.storeName}</p><p>${label.headWords}</p></div></div>
</section>`;
}

const page = ({ language, papers }: ServerWords, title: string, code: string, style: 'sheet' | 'label', kind: string, body: Markup): Markup => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} ${code}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/papers/${style}.css">
<script src="/papers/print.js" defer></script>
</head>
<body class="paper-${kind}">
<nav class="screen" aria-label="${papers.print}"><button id="print" type="button">${papers.print}</button><a href="?as=pdf">${papers.download}</a>${style === 'label' ? html`<h1>${title} ${code}</h1>` : html`<span>${title} ${code}</span>`}</nav>
${body}
</body>
</html>
`;

const facts = (rows: readonly Row[]): Markup => html`<dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd dir="auto">${value}</dd>`)}</dl>`;

export const sheetBlocks = (blocks: readonly Block[]): readonly Markup[] => blocks.map(block);

function block(part: Block): Markup {
  switch (part.kind) {
    case 'heading': return html`<h2>${part.text}</h2>`;
    case 'words': return html`<p>${part.text}</p>`;
    case 'typed': return html`<p dir="auto">${part.text}</p>`;
    case 'facts': return facts(part.rows);
    case 'list': return html`<ul>${part.items.map((item) => html`<li dir="auto">${item}</li>`)}</ul>`;
    case 'warning': return html`<div class="frame"><strong>${part.title}</strong><p>${part.text}</p></div>`;
    case 'verdict': return html`<div class="verdict"><strong>${part.title}</strong><p>${part.text}</p></div>`;
    case 'table': return html`<table class="columns-${part.head.length}"><thead><tr>${part.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${part.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
    case 'times': return html`<div class="times"><b>${part.title}</b><ol>${part.rows.map(([label, value]) => html`<li><small>${label}</small><b>${value}</b></li>`)}</ol></div>`;
    case 'signatures': return html`<div class="signatures">${part.fields.map(signField)}</div>`;
    case 'code': return html`<div class="link">${qrPicture(part.text, part.label)}<div><p>${part.words}</p><p><b>${part.text}</b></p></div></div>`;
    case 'secret': return html`<div class="secret"><span>${part.label}</span><b>${part.text}</b><span>${part.words}</span></div>`;
  }
}

const signField = ({ title, signature, words }: SignField): Markup =>
  html`<div><b>${title}</b><div class="line">${signature === null || signature.strokes.length === 0 ? '' : strokes(signature.strokes)}</div><small dir="auto">${signature === null ? words : `${signature.name}. ${words}`}</small></div>`;

type Stroke = readonly (readonly [number, number])[];
/** A single point is a line to itself, or it would not be seen. */
const pointsOf = (stroke: Stroke): string => (stroke.length === 1 ? [...stroke, ...stroke] : stroke).join(' ');
const strokes = (lines: readonly Stroke[]): Markup =>
  html`<svg viewBox="0 0 600 200" aria-hidden="true" fill="none" stroke="#000" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${lines.map((stroke) => html`<polyline points="${pointsOf(stroke)}"></polyline>`)}</svg>`;
