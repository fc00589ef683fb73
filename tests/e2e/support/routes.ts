import { contract } from '#shared/contract/index.ts';

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  /** Headers of a proper request but `Host`, `Origin` and `Authorization`. */
  headers: string[];
  body: string;
  /** What proves who asks: nothing, the launch code in the body, or the bearer. */
  key: 'none' | 'code' | 'bearer';
}

const post = (path: string, type: string, body: string, key: Route['key']): Route => (
  { method: 'POST', path, headers: [`Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`], body, key }
);

const get = (path: string): Route => ({ method: 'GET', path, headers: [], body: '', key: 'none' });

/** `/boot` as the launch file calls it, with whatever code. */
export const bootRoute = (code: string) => post('/boot', 'application/x-www-form-urlencoded', new URLSearchParams({ code }).toString(), 'code');

/** Every procedure of the contract, `feature/name`. */
const procedures = Object.entries(contract).flatMap(([feature, table]) => Object.keys(table).map((name) => `${feature}/${name}`));

/**
 * Every route of the loopback host.
 * @param page the app's page, for the files it names
 * @param code for `/boot`
 */
export function allRoutes(page: string, code: string): Route[] {
  const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? '');
  return [
    get('/'),
    ...files.map(get),
    bootRoute(code),
    { ...post('/upload', 'application/octet-stream', 'a,b\n', 'bearer'), headers: ['Content-Type: application/octet-stream', 'Content-Length: 4', 'X-File-Name: a.csv'] },
    ...procedures.map((name) => post(`/rpc/${name}`, 'application/json', '{}', 'bearer')),
  ];
}
