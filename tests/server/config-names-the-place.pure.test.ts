/** A fault in holdfast.yaml is refused with file, line, column and what would be right. */
import { expect, test } from 'vitest';
import { parseServerArguments } from '../../server/arguments.ts';
import { parseServerConfig } from '../../server/config.ts';
import { fillWords, SERVER_WORDS_EN } from '../../server/contract/words.ts';
import { StartRefusal } from '../../server/start-refusal.ts';

const NOTHING = { port: null, host: null, tlsPort: null, name: null, web: null, tls: null, public: null, oidc: null, mail: null };

function refusal(run: () => unknown): { code: string; what: string; remedy: string } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    const words = SERVER_WORDS_EN[error.code];
    return { code: error.code, what: fillWords(words.what, error.params), remedy: fillWords(words.remedy, error.params) };
  }
  throw new Error('it was accepted');
}

test('the sections of the bridge are not looked at', () => {
  expect(parseServerConfig('rigs:\n  - anything: [1]\nmodels:\n  - match: iPad\nserver:\n  port: 4700\n  name: North Street\n', 'holdfast.yaml')).toEqual({ ...NOTHING, port: 4700, name: 'North Street' });
  for (const empty of ['', '# nothing\n', 'server:\n', 'rigs: []\n']) expect(parseServerConfig(empty, 'f')).toEqual(NOTHING);
});

test.each([
  ['server:\n  prot: 4680\n', 'holdfast.yaml:2:3: "server" has no key "prot"', 'port, host, tlsPort, name, web, tls, public, oidc, mail'],
  ['server:\n  port: "4680"\n', 'holdfast.yaml:2:9: port is "4680"', 'whole number'],
  ['server:\n  port: 70000\n', 'holdfast.yaml:2:9: port is 70000', 'whole number'],
  ['server:\n  host: bench-pc\n', 'holdfast.yaml:2:9: host is "bench-pc"', 'needs TLS'],
  ['server:\n  host: "::1"\n', 'holdfast.yaml:2:9: host is "::1"', '127.0.0.1'],
  ['server:\n  tlsPort: 0\n', 'holdfast.yaml:2:12: tlsPort is 0', 'whole number'],
  ['server:\n  tls: yes\n', 'holdfast.yaml:2:3: "tls" is not a list of keys', 'cert, key, names'],
  ['server:\n  tls:\n    certificate: /a\n', 'holdfast.yaml:3:5: "tls" has no key "certificate"; did you mean "cert"?', 'cert, key, names'],
  ['server:\n  tls:\n    cert: own.pem\n    key: /own.key\n', 'holdfast.yaml:3:11: cert is "own.pem"', 'absolute path'],
  ['server:\n  port: 1\n  tls:\n    cert: /own.pem\n', 'holdfast.yaml:3:3: tls has a certificate without its key', 'both'],
  ['server:\n  tls:\n    key: /own.key\n', 'holdfast.yaml:2:3: tls has a key without its certificate', 'both'],
  ['server:\n  tls:\n    names: bench-pc.example\n', 'holdfast.yaml:3:12: names is not a list', 'bench-pc.example'],
  ['server:\n  tls:\n    names: [localhost]\n', 'holdfast.yaml:3:12: names is ["localhost"]', 'without port'],
  ['server:\n  tls:\n    names: [a, 5]\n', 'holdfast.yaml:3:12: names is ["a",5]', 'without port'],
  ['server:\n  public:\n    listen: 127.0.0.1:4690\n', 'holdfast.yaml:2:3: public has no url', 'https://repairs.example'],
  ['server:\n  public:\n    url: http://repairs.example\n', 'holdfast.yaml:3:10: url is "http://repairs.example"', 'without a path'],
  ['server:\n  public:\n    url: https://repairs.example/a\n', 'holdfast.yaml:3:10: url is', 'without a path'],
  ['server:\n  public:\n    url: https://me@repairs.example\n', 'holdfast.yaml:3:10: url is', 'without a path'],
  ['server:\n  public:\n    url: https://a.example\n    listen: 4690\n', 'holdfast.yaml:4:13: listen is 4690', '127.0.0.1:4690'],
  ['server:\n  public:\n    url: https://a.example\n    listen: 127.0.0.1:70000\n', 'holdfast.yaml:4:13: listen is', '127.0.0.1:4690'],
  ['server:\n  public:\n    url: https://a.example\n    proxy: router\n', 'holdfast.yaml:4:12: proxy is "router"', '127.0.0.1'],
  ['server:\n  oidc:\n    issuer: https://a.example\n    secret: x\n', 'holdfast.yaml:4:5: "oidc" has no key "secret"', 'issuer, clientId, clientSecretFile, name, userClaim'],
  ['server:\n  oidc:\n    clientId: a\n', 'holdfast.yaml:2:3: oidc has no issuer', 'https://login.chain.example'],
  ['server:\n  oidc:\n    issuer: https://a.example\n    clientSecretFile: /a\n', 'holdfast.yaml:2:3: oidc has no clientId', 'id that the provider gave'],
  ['server:\n  oidc:\n    issuer: https://a.example\n    clientId: a\n', 'holdfast.yaml:2:3: oidc has no clientSecretFile', 'absolute path'],
  ['server:\n  oidc:\n    issuer: http://a.example\n', 'holdfast.yaml:3:13: issuer is "http://a.example"', 'as it names itself'],
  ['server:\n  oidc:\n    issuer: https://a.example/?tenant=1\n', 'holdfast.yaml:3:13: issuer is', 'as it names itself'],
  ['server:\n  oidc:\n    issuer: https://me@a.example\n', 'holdfast.yaml:3:13: issuer is', 'as it names itself'],
  ['server:\n  oidc:\n    clientSecretFile: secret.txt\n', 'holdfast.yaml:3:23: clientSecretFile is "secret.txt"', 'absolute path'],
  ['server:\n  oidc:\n    userClaim: sub\n', 'holdfast.yaml:3:16: userClaim is "sub"', 'preferred_username or email'],
  ['server:\n  mail:\n    server: a.example\n', 'holdfast.yaml:3:5: "mail" has no key "server"; did you mean "security"?', 'host, port, security, user, passwordFile, replyTo, from'],
  ['server:\n  mail:\n    security: tls\n', 'holdfast.yaml:2:3: mail has no host', 'smtp.chain.example'],
  ['server:\n  mail:\n    host: a.example\n', 'holdfast.yaml:2:3: mail has no security', 'starttls'],
  ['server:\n  mail:\n    host: a.example:587\n', 'holdfast.yaml:3:11: host is "a.example:587"', 'smtp.chain.example'],
  ['server:\n  mail:\n    host: a.example\n    security: ssl\n', 'holdfast.yaml:4:15: security is "ssl"', 'starttls'],
  ['server:\n  mail:\n    host: a.example\n    security: none\n', 'holdfast.yaml:2:3: mail would go to a.example without TLS', '127.0.0.1'],
  ['server:\n  mail:\n    host: a.example\n    security: tls\n    user: me\n', 'holdfast.yaml:2:3: mail has a user without its passwordFile', 'both'],
  ['server:\n  mail:\n    host: a.example\n    security: tls\n    passwordFile: secret\n', 'holdfast.yaml:5:19: passwordFile is "secret"', 'absolute path'],
  ['server:\n  mail:\n    host: a.example\n    security: tls\n    password: hunter2\n', 'holdfast.yaml:5:5: "mail" has no key "password"; did you mean "passwordFile"?', 'passwordFile'],
  ['server:\n  mail:\n    host: a.example\n    security: tls\n', 'holdfast.yaml:2:3: mail has no from: address', 'store@chain.example'],
  ['server:\n  mail:\n    host: a.example\n    security: tls\n    from: store@a.example\n', 'holdfast.yaml:5:5: "from" is not a list of keys', 'name, address'],
  ['server:\n  mail:\n    host: a.example\n    security: tls\n    from:\n      adress: a@b.example\n', 'holdfast.yaml:6:7: "from" has no key "adress"; did you mean "address"?', 'name, address'],
  ['server:\n  mail:\n    host: a.example\n    security: tls\n    from:\n      address: a@b.example, c@d.example\n', 'holdfast.yaml:6:16: address is', 'store@chain.example'],
  ['server:\n  mail:\n    host: a.example\n    security: tls\n    from:\n      name: "a\\r\\nBcc: b"\n', 'holdfast.yaml:6:13: name is', '1 to 60'],
  ['server:\n  name: [a]\n', 'holdfast.yaml:2:3: name is not a single value', 'name of the store'],
  ['servre:\n  port: 1\n', 'holdfast.yaml:1:1: there is no section "servre"; did you mean "server"?', 'rigs'],
  ['server:\n  port: 1\n  port: 2\n', 'holdfast.yaml:3:3: ', 'YAML'],
  ['server: 5\n', 'holdfast.yaml:1:1: "server" is not a list of keys', 'port'],
  ['- a\n', 'holdfast.yaml:1:1: the file is not a list of sections', 'server'],
  ['server:\n\tport: 1\n', 'holdfast.yaml:2:', 'YAML'],
])('%j is refused at its place', (text, what, remedy) => {
  const refused = refusal(() => parseServerConfig(text, 'holdfast.yaml'));
  expect(refused.code).toBe('config-wrong');
  expect(refused.what).toContain(what);
  expect(refused.remedy).toContain(remedy);
});

test('other machines and the second listener: what is left out has its usual value', () => {
  const read = parseServerConfig('server:\n  host: 0.0.0.0\n  tlsPort: 443\n  tls:\n    cert: /own.pem\n    key: /own.key\n    names: [bench-pc.example]\n  public:\n    url: HTTPS://Repairs.example/\n', 'f');
  expect(read).toEqual({
    ...NOTHING, host: '0.0.0.0', tlsPort: 443, tls: { files: { cert: '/own.pem', key: '/own.key' }, names: ['bench-pc.example'] },
    public: { url: 'https://repairs.example', listen: { host: '127.0.0.1', port: 4690 }, proxy: '127.0.0.1' },
  });
  expect(parseServerConfig('server:\n  tls:\n    names: [a.example]\n  public:\n', 'f')).toEqual({ ...NOTHING, tls: { files: null, names: ['a.example'] } });
  expect(parseServerConfig('server:\n  public:\n    url: http://localhost:4690\n    listen: "[::1]:4690"\n    proxy: fd00::2\n', 'f').public).toEqual({ url: 'http://localhost:4690', listen: { host: '::1', port: 4690 }, proxy: 'fd00::2' });
});

test('an identity provider: what is left out has its usual value, and one on this machine needs no TLS', () => {
  const oidc = { issuer: 'https://login.chain.example/store', clientId: 'store-1', clientSecretFile: '/etc/holdfast/client.secret', name: 'login.chain.example', userClaim: 'preferred_username' };
  const text = `server:\n  oidc:\n    issuer: ${oidc.issuer}\n    clientId: store-1\n    clientSecretFile: ${oidc.clientSecretFile}\n`;
  expect(parseServerConfig(text, 'f')).toEqual({ ...NOTHING, oidc });
  expect(parseServerConfig(`${text}    name: Chain\n    userClaim: email\n`, 'f').oidc).toEqual({ ...oidc, name: 'Chain', userClaim: 'email' });
  expect(parseServerConfig(text.replace(oidc.issuer, 'http://127.0.0.1:8080'), 'f').oidc?.issuer).toBe('http://127.0.0.1:8080');
});

test('a mail server: the port follows from the way it is spoken to, and on this machine it needs no TLS', () => {
  const text = 'server:\n  mail:\n    host: smtp.chain.example\n    security: starttls\n    from:\n      address: store@chain.example\n';
  const mail = { host: 'smtp.chain.example', port: 587, security: 'starttls', login: null, from: { name: null, address: 'store@chain.example' }, replyTo: null };
  expect(parseServerConfig(text, 'f')).toEqual({ ...NOTHING, mail });
  expect(parseServerConfig(text.replace('starttls', 'tls'), 'f').mail?.port).toBe(465);
  for (const host of ['127.0.0.1', '"::1"', 'localhost']) expect(parseServerConfig(text.replace('smtp.chain.example', host).replace('starttls', 'none'), 'f').mail?.port).toBe(25);
  expect(parseServerConfig(text.replace('    from:', '    port: 2525\n    user: store\n    passwordFile: /etc/holdfast/mail.password\n    replyTo: desk@chain.example\n    from:\n      name: Corner store'), 'f').mail)
    .toEqual({ ...mail, port: 2525, login: { user: 'store', passwordFile: '/etc/holdfast/mail.password' }, from: { name: 'Corner store', address: 'store@chain.example' }, replyTo: 'desk@chain.example' });
});

test.each([[['--prot', '1']], [['--port', 'abc']], [['--port', '65536']], [['--store-name', ' ']], [['stray']]])('arguments %j are refused', (argv) => {
  expect(refusal(() => parseServerArguments(argv)).code).toBe('arguments-wrong');
});

test('no text is left with an unknown gap when its parameters are given', () => {
  expect(fillWords('{a} and {b}', { a: 1 })).toBe('1 and {b}');
});
