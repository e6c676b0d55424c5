/** A bench rig that speaks the rig side of the Holdfast native dialect, version 1, written from PROTOCOL.md alone (§).
 * Host bytes: stdin and stdout; operator commands: JSON lines on fd 3; what happened: JSON lines on fd 4. */
import { existsSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
const LINE = /^(\d{3}) ([\dA-F]{8}) (\d{5}) ([A-Z][A-Z-]{1,15})((?: [a-z][a-z\d_]{0,15}=[!-)+-<>-~]+)*)\*([\dA-F]{4})$/;
const digits = (n, width, base = 10) => n.toString(base).toUpperCase().padStart(width, '0');
function crc(text) { // §2, CRC-16/CCITT-FALSE
  let sum = 0xffff;
  for (const byte of Buffer.from(text))
    for (let bit = 7; bit >= 0; bit--) sum = ((sum << 1) ^ (((sum >> 15) ^ (byte >> bit)) & 1 ? 0x1021 : 0)) & 0xffff;
  return digits(sum, 4, 16);
}
function parse(text) { // a line without its LF; nothing if it is corrupt
  const [, length, of, number, verb, pairs, sum] = LINE.exec(text) ?? [];
  if (!verb || text.length > 159 || +length !== text.length - 5 || crc(text.slice(0, -5)) !== sum) return {};
  const list = pairs.split(' ').slice(1).map((pair) => pair.split('=')), keys = Object.fromEntries(list);
  return +number < 65536 && Object.keys(keys).length === list.length ? { of, number: +number, verb, keys } : {};
}
const [, , STATE_FILE, SERIAL] = process.argv, CAN = 0x18, LF = 0x0a, CAN_ID = '000000000000', FW = '1.0.0';
const [C, D] = ['critical', 'committed'], ZONE = { start: C, 'erase-next': C, write: D, erase: D, finish: D };
const AFTER = { prepare: 'unpack', unpack: 'verify', verify: 'recovery', erase: 'write', write: 'finish' };
const kept = existsSync(STATE_FILE) ? JSON.parse(readFileSync(STATE_FILE, 'utf8')) : { boot: 0, latch: null };
let bootAt, session, sendNumber, heardNumber, heardAt, heartbeats, restore, restores, ownStops, permit, toldPermit;
let drill; // §9: its id and until when the rig is armed
let seated = false, bentUm = 0, silent = false, part, skipping, reported, later; // later: what follows an answer
const save = (changes) => writeFileSync(STATE_FILE, JSON.stringify(Object.assign(kept, changes)));
const uptime = () => Math.floor(performance.now() - bootAt), bootHex = () => digits(kept.boot, 4, 16);
const phase = () => restore?.phase ?? (kept.latch ? 'stopped' : 'idle'), zone = () => ZONE[phase()] ?? 'safe';
const livePermit = () => (uptime() < permit?.until ? permit.kind : 'none');
const covered = (point) => [point, 'erase'].includes(livePermit()), latchId = () => kept.latch?.id ?? 'none';
const happened = (event, more) => writeSync(4, `${JSON.stringify({ event, t_ms: uptime(), ...more })}\n`);
function send(verb, keys) { // a silent rig sends nothing and uses up no frame number
  if (silent) return;
  const t_ms = uptime(), number = session ? sendNumber++ % 65536 : 0;
  const body = verb + Object.entries({ t_ms, ...keys }).map(([key, value]) => ` ${key}=${value}`).join('');
  const text = `${digits(body.length + 19, 3)} ${session ?? `0000${bootHex()}`} ${digits(number, 5)} ${body}`;
  process.stdout.write(`${text}*${crc(text)}\n`);
  if (verb === 'HB') heartbeats = [...heartbeats, `${number} ${t_ms}`].slice(-16);
}
function boot() { // §4
  save({ boot: (kept.boot % 65535) + 1 });
  [bootAt, heardAt, restores, ownStops, part, skipping] = [performance.now(), 0, 0, 0, [], false];
  [session, restore, permit, drill, reported, later] = [null, null, null, null, {}, []];
  happened('booted', { boot: bootHex(), latch: latchId() });
}
function welcome(nonce, host) {
  permit = drill = null;
  settle(); // between gate and crossing the lost permit stops the restore: that is said in the old session
  [session, sendNumber, heardNumber, heardAt] = [nonce + bootHex(), 0, 0, uptime()];
  [heartbeats, reported] = [[], {}];
  send('WELCOME', { proto: 1, rig: SERIAL, fw: FW, model: 'SECOND-1', virtual: 1, latch: latchId() });
  if (kept.latch) send('LATCH', kept.latch);
  happened('welcomed', { session, host });
}
function takeHeartbeat({ permit: kind, re, re_ms, restore: id, plan, ttl_ms: ttl }) { // §5.2
  const fits = restore && !kept.latch && id === restore.id && plan === restore.hash && /^(write|erase)$/.test(kind);
  const timely = heartbeats.includes(`${re} ${re_ms}`) && /^[1-9]\d{0,3}$/.test(ttl) && +ttl <= 2000;
  permit = fits && timely ? { kind, until: +re_ms + +ttl } : null;
}
function keepTime({ openedAt, since, point }) { // §5.4: what the clock alone does to an open restore
  if (zone() === 'safe' && uptime() - Math.max(heardAt, openedAt) >= 2000) end('undone');
  else if (zone() === 'critical' && !covered(point)) cross(restore);
  else if (since && covered(point)) [restore.since, restore.phase] = [null, point === 'write' ? 'start' : 'erase-next'];
  else if (since && uptime() - since >= 30000) end('undone');
}
function cross({ id, point }) { // nothing can come between looking at the permit and crossing
  const allowed = covered(point);
  happened(allowed ? 'crossed' : 'refused-crossing', { point, restore: id });
  if (allowed) [restore.phase, restore.point] = [point, 'none'];
  else stop(`R${bootHex()}${digits(++ownStops, 7)}`, 'lapse');
}
const end = (result) => restore && [later.push({ restore: restore.id, result }), (restore = permit = null)];
function takeDrill(re, id) { // §9
  const why = kept.latch ? 'latched' : seated || restore ? 'busy' : null;
  if (why) send('REFUSED', { re, verb: 'DRILL', why });
  else drill = { id, until: uptime() + 1000 };
}
function stop(id, cause) { // §6, §7 and §9; a CAN comes without an id and gets no answer, except in a drill
  const armed = drill;
  drill = null;
  if (!id && uptime() < armed?.until) return send('DRILLED', { id: armed.id });
  const answer = zone() === 'committed' ? 'too-late' : 'stopped';
  const met = { answer, phase: phase(), zone: zone(), restore: restore?.id ?? 'none' };
  const latch = kept.latch ?? { id: CAN_ID, ...met, at_ms: uptime(), cause };
  if (latch.id === CAN_ID && id) latch.id = id;
  save({ latch });
  const { answer: first, at_ms, cause: why, ...told } = id === latch.id ? latch : { id, ...met };
  if (id) send(first.toUpperCase(), told);
  happened(first, { ...told, id: id ?? CAN_ID, cause });
  permit = null;
  if (answer === 'stopped') end('stopped');
}
function reset(re, id) { // §7
  const why = restore ? 'restore-open' : kept.latch && id === kept.latch.id ? null : 'id';
  if (!why) save({ latch: null });
  send(why ? 'REFUSED' : 'RESET-DONE', why ? { re, verb: 'RESET', why } : { id });
  happened(why ? 'refused' : 'reset', { id, why });
}
function takeLine(text) {
  const { of, number, verb, keys } = parse(text), step = (number - heardNumber + 65536) % 65536; // §3
  const accepted = of && of === session && step >= 1 && step <= 32;
  if (accepted) [heardNumber, heardAt] = [number, uptime()];
  if (!verb) happened('corrupt', { text });
  else if (verb === 'HELLO' && of.endsWith('0000') && number === 0) welcome(of.slice(0, 4), keys.host);
  else if (verb === 'STOP' && /^[\dA-F]{12}$/.test(keys.id)) stop(keys.id, 'stop');
  else if (accepted && verb === 'HB') takeHeartbeat(keys);
  else if (accepted && verb === 'RESET') reset(number, keys.id);
  else if (accepted && verb === 'DRILL') takeDrill(number, keys.id);
}
function takeByte(byte) {
  if (byte !== CAN && byte !== LF) return part.length < 160 && part.push(byte); // at 160 the line is too long already
  if (byte === CAN) stop(null, 'stop');
  else if (!skipping) takeLine(Buffer.from(part).toString('latin1'));
  [part, skipping] = [[], byte === CAN]; // what stands between CAN and the next LF is thrown away
}
function report(verb, keys, every = 900, again = every, more = {}) { // new `keys` at once and `again`, then `every` ms
  const state = JSON.stringify(keys), last = reported[verb], fresh = last?.state !== state;
  if (!fresh && uptime() < last.due) return;
  reported[verb] = { state, due: fresh ? uptime() + again : Math.max(uptime(), last.due + every) };
  if (keys) send(verb, { ...more, ...keys });
}
function settle() { // lets the clock act, then says what is new and what is due (§8)
  if (restore) keepTime(restore);
  if (toldPermit !== livePermit()) happened('permit', { kind: (toldPermit = livePermit()) });
  for (const ended of later.splice(0)) [happened('ended', ended), session && send('ENDED', ended)];
  if (!session) return report('BOOT', { proto: 1, rig: SERIAL, fw: FW }, 1000);
  const { id = 'none', kind, hash, point, since } = restore ?? {}, gate = since ? point : 'none', seat = +seated;
  const state = { seat, phase: phase(), zone: zone(), restore: id, gate, permit: livePermit(), latch: latchId() };
  const edge = () => [0, 0.7, 1, 0.7, 0].map((share) => Math.round(share * bentUm + 16 * Math.random() - 8));
  report('FIXTURE', { id: 'S2', probes: 5, span_mm: 147, noise_um: 5, full_um: 4000, period_ms: 100, zero_dc: 231 });
  report('DEVICE', seated ? { model: 'Bench%20Phone', serial: 'SR2000000001' } : null, 900, 100);
  report('PLAN', restore && { restore: id, kind, from: '26.1', to: '26.2', hash }, 900, 100);
  report('HB', state, 100, 100, { ack: heardNumber });
  report('PROGRESS', restore && { restore: id, pct: since ? 100 : 0, next: point });
  report('PROBE', seated ? { fixture: 'S2' } : null, 100, 100, { l_um: edge(), r_um: edge(), temp_dc: 235 });
  report('POWER', { supply_mv: 5060, device_dc: 287, force_cn: seated ? 110 : 0, ...(seated && { battery_pct: 71 }) });
}
const COMMANDS = {
  seat: () => [(seated = true), (drill = null)], unseat: () => [(seated = false), end(zone() === 'safe' ? 'undone' : 'failed')],
  start({ kind }) { // point: the point of no return ahead; since: when the restore began to wait at the gate before it
    if (restore || kept.latch || !seated) return happened('refused-start');
    const id = bootHex() + digits(++restores, 4, 16), hash = crc(kind) + crc(id);
    restore = { id, kind, hash, phase: 'prepare', point: kind === 'update' ? 'write' : 'erase', openedAt: uptime() };
  },
  next() { // one phase step
    if (!restore || restore.since) return;
    if (phase() === 'recovery') restore.since = uptime();
    else if (zone() === 'critical') cross(restore);
    else if (phase() === 'finish') end(restore.kind === 'update' ? 'kept' : 'erased');
    else restore.phase = AFTER[restore.phase];
  },
  bend: ({ um }) => (bentUm = um), straight: () => (bentUm = 0), silent: ({ on }) => (silent = on), restart: boot,
};
const turn = (act) => [settle(), act(), settle()]; // runs to its end: stopping and crossing are one decision (§6)
const operate = (command) => COMMANDS[command.do](command);
process.stdin.on('data', (bytes) => turn(() => bytes.forEach(takeByte))).on('end', () => process.exit());
createInterface({ input: new Socket({ fd: 3 }) }).on('line', (text) => turn(() => operate(JSON.parse(text))));
boot();
setInterval(settle, 5);
