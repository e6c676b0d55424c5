/**
 * The import rules of the house as data: who may import what. Power to act flows down, facts flow up, and imports run
 * the way trust runs. Each refusal says what would be right.
 */
import type { Import } from './sources.ts';
import { isPure } from './sources.ts';

/** Packages that only some places may import, and why. */
export const PACKAGE_HOMES: readonly { readonly packages: RegExp; readonly homes: RegExp; readonly right: string }[] = [
  {
    packages: /^(serialport|@serialport\/.+)$/,
    homes: /^firmware-bridge\/(link\/|virtual-rig\/by-hand\.ts$)/,
    right: 'serialport is imported only in firmware-bridge/link (and by virtual-rig/by-hand.ts): ask the link for what you need',
  },
  {
    packages: /^better-sqlite3$/,
    homes: /^(server\/store\/|firmware-bridge\/report\/)/,
    right: 'better-sqlite3 is imported only in server/store and firmware-bridge/report: take the store by its interface',
  },
  {
    packages: /^(hono(\/.*)?|@hono\/.+)$/,
    homes: /^(server\/http\/|server\/main\.ts$|web\/api\.ts$)/,
    right: 'hono is imported only in server/http (and as the typed client in web/api.ts)',
  },
  { packages: /^@lydell\/node-pty$/, homes: /^firmware-bridge\/virtual-rig\//, right: 'a pseudo terminal is made only by firmware-bridge/virtual-rig' },
  { packages: /^node-forge$/, homes: /^server\/tls\/make-certificates\.ts$/, right: 'certificates are made only by server/tls/make-certificates.ts, which the server never loads' },
  { packages: /^(openid-client|oauth4webapi|jose)$/, homes: /^server\/sign-in\/provider\.ts$/, right: 'the identity provider is spoken to only by server/sign-in/provider.ts' },
  { packages: /^nodemailer(\/.*)?$/, homes: /^server\/notify\/smtp\.ts$/, right: 'mail is handed over only by server/notify/smtp.ts' },
  { packages: /^(pdfkit|fontkit|bidi-js)$/, homes: /^server\/pdf\//, right: 'copies as PDF are drawn only by server/pdf, in a thread of their own' },
  { packages: /^commander$/, homes: /^server\/command\//, right: 'commander belongs to server/command' },
  { packages: /^(lit(\/.*)?|uplot(\/.*)?|signature_pad)$/, homes: /^(web|tests\/web\/gallery)\//, right: 'elements and charts belong to web, and to the gallery that shows them' },
  { packages: /^(vitest|fast-check|smtp-server|playwright-core|zxing-wasm|pdfjs-dist|typescript|eslint)(\/.*)?$/, homes: /^tests\//, right: 'tools of the tests stay in tests' },
];

const PURE_PACKAGES = /^zod$/;
const CONTRACTS = /^(firmware-bridge|server)\/contract\//;

const roomOf = (path: string): string => path.split('/')[0] ?? path;

function refusePure({ from, specifier, target }: Import): string | null {
  if (target !== null) return isPure(target) ? null : 'a pure folder imports only pure folders';
  if (specifier.startsWith('node:')) return 'a pure folder takes nothing from Node: hand it in';
  if (!PURE_PACKAGES.test(specifier)) return 'a pure folder imports no package but zod';
  return CONTRACTS.test(from) ? null : 'zod is imported only in the two contracts: parse at the door, then trust';
}

function refuseBetweenRooms({ from, target, isTypeOnly }: Import): string | null {
  if (target === null || roomOf(from) === roomOf(target)) return null;
  if (roomOf(target) === 'tests') return 'the product never imports a test';
  if (from.startsWith('firmware-bridge/')) return 'the bridge imports nothing from the other rooms';
  if (from.startsWith('web/')) {
    if (CONTRACTS.test(target)) return null;
    return from === 'web/api.ts' && isTypeOnly && target.startsWith('server/http/') ? null : 'the web imports only the two contracts, and types of routes in api.ts';
  }
  if (target.startsWith('web/')) return 'the server never imports the web';
  if (target.startsWith('firmware-bridge/contract/')) return null;
  if (from.startsWith('server/command/') && target === 'firmware-bridge/socket-path.ts') return null;
  return 'the server imports only firmware-bridge/contract; other rooms are processes';
}

function refuseWithinServer({ from, target }: Import): string | null {
  if (target === null || !from.startsWith('server/')) return null;
  if (from.startsWith('server/http/') && target.startsWith('server/store/')) return 'server/http gets the store by its interface, handed in by server/main.ts';
  const isCommand = from.startsWith('server/command/');
  if (isCommand && target.startsWith('server/') && !target.startsWith('server/command/') && !target.startsWith('server/contract/')) {
    return 'server/command starts entries as processes and never imports them';
  }
  return !isCommand && target.startsWith('server/command/') ? 'nobody imports server/command' : null;
}

function refuseWithinBridge({ from, target }: Import): string | null {
  if (target === null || !from.startsWith('firmware-bridge/')) return null;
  const isRig = from.startsWith('firmware-bridge/virtual-rig/');
  const isIntoRig = target.startsWith('firmware-bridge/virtual-rig/');
  if (!isRig && isIntoRig) return 'the virtual rig is reached only as a process';
  if (isRig && /^firmware-bridge\/(guard|replay|link|report)\//.test(target)) return 'the virtual rig shares only wire and contract with its host: it is the other end of the line';
  const isHeart = /^firmware-bridge\/(guard|wire|contract)\//.test(from);
  if (isHeart && target.startsWith('firmware-bridge/replay/')) return 'the guard does not know that it can be replayed';
  const isReport = from.startsWith('firmware-bridge/report/');
  if (isReport && /^firmware-bridge\/(guard|replay|link)\//.test(target)) return 'the recorder is a process of its own and knows neither guard nor link';
  return null;
}

function refusePackage({ from, specifier, isTypeOnly }: Import): string | null {
  const rule = PACKAGE_HOMES.find(({ packages }) => packages.test(specifier));
  if (rule === undefined || rule.homes.test(from) || isTypeOnly) return null;
  return rule.right;
}

/** Why this import is refused, or null. */
export function refuseImport(found: Import): string | null {
  if (isPure(found.from)) {
    const why = refusePure(found);
    if (why !== null) return why;
  }
  return refuseBetweenRooms(found) ?? refuseWithinServer(found) ?? refuseWithinBridge(found) ?? refusePackage(found);
}
