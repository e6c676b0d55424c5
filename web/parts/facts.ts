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
import { factWords as says } from '../words/fact-words.ts';
import { sayNumber } from '../words/numbers.ts';
import { stopWords } from '../words/stop-words.ts';

type Fact = readonly [word: string, value: string];
type Group = readonly [title: string, facts: readonly Fact[]];

const UNKNOWN = says.unknown;
const sayVersions = (from: string, to: string): string => (compareVersions(from, to) === null ? says.notComparable(says.fromTo(from, to)) : says.fromTo(from, to));

export function groupsOf({ device, restore, power, rig, link, protection, holds, stallWorstMs, seated }: BenchStatus): readonly Group[] {
  const plan = restore?.plan ?? null;
  return [
    [says.device, device === null
      ? [[says.seated, seated ? says.seatedUnknown : says.notSeated]]
      : [[says.model, device.model], [says.serial, device.serial ?? UNKNOWN], ['IMEI', device.imei ?? UNKNOWN], ['ECID', device.ecid ?? UNKNOWN]]],
    [says.plan, restore === null
      ? [[says.restore, says.noneOpen]]
      : [[says.kind, plan === null ? UNKNOWN : bridgeWords.plans[plan.kind].title], [says.versions, plan === null ? UNKNOWN : sayVersions(plan.from, plan.to)],
          [says.phase, bridgeWords.phases[restore.phase]], [says.nextPoint, restore.next === 'none' ? says.none : bridgeWords.points[restore.next].title]]],
    [says.power, power === null
      ? [[says.power, UNKNOWN]]
      : [[says.battery, power.batteryPct === null ? UNKNOWN : `${power.batteryPct} %`], [says.supply, `${sayNumber(power.supplyMv / 1000, 2)} V`],
          [says.deviceHeat, `${sayNumber(power.deviceDc / 10, 1)} °C`], [says.force, `${sayNumber(power.forceCn / 100, 2)} N`]]],
    [says.line, [
      [says.rig, rig === null ? UNKNOWN : says.rigIs(rig.serial, rig.model, rig.firmware)],
      [says.protection, bridgeWords.protection[protection].title], [says.port, link.foundPath ?? link.path], ...((link.foundPath ?? link.path) === link.path ? [] : [[says.portConfigured, link.path] as const]),
      [says.damaged, says.damagedOf(link.corruptRecent)], [says.lost, String(link.missedTotal)],
      [says.holdsKnown, holds.ageMs === null ? UNKNOWN : stopWords.ago(sayDuration(holds.ageMs))], ...((holds.carried ?? 0) === 0 ? [] : [[says.formerDatabase, says.stillHeld(holds.carried ?? 0)] as const]), [says.stall, `${stallWorstMs} ms`]]],
  ];
}

/** Names, models, numbers and addresses of things: no translator of a browser may touch them. */
const EXACT: ReadonlySet<string> = new Set([says.model, says.serial, 'IMEI', 'ECID', says.versions, says.rig, says.port, says.portConfigured]);

export class Facts extends LitElement {
  static override properties = { status: { attribute: false } };
  declare status: BenchStatus | undefined;

  static override styles = [
    shared,
    css`
      :host { display: grid; gap: 20px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr)); }
      h3 { padding-bottom: 4px; }
      div { display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 12px; padding: 4px 0; border-top: 1px solid var(--line); font-size: var(--type-note); line-height: 22px; }
      dt { color: var(--ink-quiet); }
      dd { overflow-wrap: anywhere; }
    `,
  ];

  protected override render(): TemplateResult | null {
    if (this.status === undefined) return null;
    return html`${groupsOf(this.status).map(([title, facts]) => html`
      <section><h3>${title}</h3><dl>${facts.map(([word, value]) => html`<div><dt>${word}</dt><dd translate=${EXACT.has(word) && value !== UNKNOWN ? 'no' : 'yes'}>${value}</dd></div>`)}</dl></section>`)}`;
  }
}
customElements.define('hf-facts', Facts);
