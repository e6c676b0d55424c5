/**
 * What is known of the device, its plan, its power, the rig and the line to it, as pairs of word and value. What is not
 * known says so.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { compareVersions } from '../../firmware-bridge/contract/plan-versions.ts';
import { bridgeWords } from '../words/bridge-words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { shared } from '../look/shared.ts';
import { sayDuration } from '../reading/age.ts';

type Fact = readonly [word: string, value: string];
type Group = readonly [title: string, facts: readonly Fact[]];

const UNKNOWN = 'not known';
const sayVersions = (from: string, to: string): string => `${from} to ${to}${compareVersions(from, to) === null ? ' (cannot be compared)' : ''}`;
const tenths = (value: number): string => (value / 10).toFixed(1);

export function groupsOf({ device, restore, power, rig, link, protection, holds, stallWorstMs, seated }: BenchStatus): readonly Group[] {
  const plan = restore?.plan ?? null;
  return [
    ['Device', device === null
      ? [['Seated', seated ? 'yes, not identified yet' : 'no']]
      : [['Model', device.model], ['Serial', device.serial ?? UNKNOWN], ['IMEI', device.imei ?? UNKNOWN], ['ECID', device.ecid ?? UNKNOWN]]],
    ['Plan', restore === null
      ? [['Restore', 'none open']]
      : [['Kind', plan === null ? UNKNOWN : bridgeWords.plans[plan.kind].title], ['Versions', plan === null ? UNKNOWN : sayVersions(plan.from, plan.to)],
          ['Phase', bridgeWords.phases[restore.phase]], ['Next point', restore.next === 'none' ? 'none' : bridgeWords.points[restore.next].title]]],
    ['Power', power === null
      ? [['Power', UNKNOWN]]
      : [['Battery', power.batteryPct === null ? UNKNOWN : `${power.batteryPct} %`], ['Supply', `${(power.supplyMv / 1000).toFixed(2)} V`],
          ['Device', `${tenths(power.deviceDc)} °C`], ['Probe force', `${(power.forceCn / 100).toFixed(2)} N`]]],
    ['Rig and line', [
      ['Rig', rig === null ? UNKNOWN : `${rig.serial}, ${rig.model}, firmware ${rig.firmware}`],
      ['Protection', bridgeWords.protection[protection].title], ['Port', link.foundPath ?? link.path], ...((link.foundPath ?? link.path) === link.path ? [] : [['Port configured', link.path] as const]),
      ['Damaged lines', `${link.corruptRecent} of the last 50`], ['Lost lines', String(link.missedTotal)],
      ['Holds known', holds.ageMs === null ? UNKNOWN : `${sayDuration(holds.ageMs)} ago`], ...((holds.carried ?? 0) === 0 ? [] : [['Of a former database', `${holds.carried ?? 0} still held`] as const]), ['Longest stall', `${stallWorstMs} ms`]]],
  ];
}

export class Facts extends LitElement {
  static override properties = { status: { attribute: false } };
  declare status: BenchStatus | undefined;

  static override styles = [
    shared,
    css`
      :host { display: grid; gap: 20px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr)); }
      h3 { padding-bottom: 4px; }
      div { display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 12px; padding: 4px 0; border-top: 1px solid var(--line); font-size: 15px; line-height: 22px; }
      dt { color: var(--ink-quiet); }
      dd { overflow-wrap: anywhere; }
    `,
  ];

  protected override render(): TemplateResult | null {
    if (this.status === undefined) return null;
    return html`${groupsOf(this.status).map(([title, facts]) => html`
      <section><h3>${title}</h3><dl>${facts.map(([word, value]) => html`<div><dt>${word}</dt><dd>${value}</dd></div>`)}</dl></section>`)}`;
  }
}
customElements.define('hf-facts', Facts);
