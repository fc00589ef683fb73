/** What the guard looks at; `rawHeaders` alternates names and values as they came. */
export interface RequestFacts {
  method: string;
  /** The request target as it came. */
  target: string;
  rawHeaders: readonly string[];
}

type RouteKind = 'page' | 'file' | 'boot' | 'rpc' | 'upload';

/** Where an admitted request goes, or the status that refuses it. */
export type Verdict =
  | { kind: RouteKind; path: string; query: string; bytes: number; header: (name: string) => string | undefined }
  | { refuse: number };

const bodyLimits: Partial<Record<RouteKind, { type: string; max: number }>> = {
  boot: { type: 'application/x-www-form-urlencoded', max: 1024 },
  rpc: { type: 'application/json', max: 1024 * 1024 },
  upload: { type: 'application/octet-stream', max: Number.MAX_SAFE_INTEGER },
};

/** Headers whose second copy would be read differently by different programs. */
const single = new Set([
  'host', 'origin', 'authorization', 'content-type', 'content-length', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'x-file-name',
]);

function readHeaders(raw: readonly string[]): Map<string, string> | null {
  const headers = new Map<string, string>();
  for (let i = 0; i < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase();
    if (single.has(name) && headers.has(name)) return null;
    headers.set(name, raw[i + 1] ?? '');
  }
  return headers;
}

function kindOf(path: string): RouteKind {
  if (path === '/boot') return 'boot';
  if (path === '/upload') return 'upload';
  if (path === '/rpc' || path.startsWith('/rpc/')) return 'rpc';
  return path === '/' ? 'page' : 'file';
}

function cameFrom(kind: RouteKind, own: string, header: (name: string) => string | undefined): boolean {
  const origin = header('origin');
  const site = header('sec-fetch-site');
  const dest = header('sec-fetch-dest');
  if (kind === 'boot') {
    // The launch file is a page of no origin: its form arrives as `null` and from another site, in a window of its own.
    const fromFile = (origin === undefined || origin === 'null') && (site === undefined || site === 'cross-site' || site === 'none');
    const fromHere = origin === own && (site === undefined || site === 'same-origin');
    return (fromFile || fromHere) && (dest === undefined || dest === 'document') && (header('sec-fetch-mode') ?? 'navigate') === 'navigate';
  }
  if (kind === 'rpc' || kind === 'upload') return origin === own && (site === undefined || site === 'same-origin');
  const framed = dest === 'iframe' || dest === 'frame' || dest === 'embed' || dest === 'object' || dest === 'fencedframe';
  return !framed && (origin === undefined || origin === own) && (site === undefined || site === 'same-origin' || site === 'none');
}

function bodyBytes(kind: RouteKind, header: (name: string) => string | undefined): { bytes: number } | { refuse: number } {
  // A length that is not plain digits, or a coding beside it, is how one request is smuggled inside another.
  if (header('transfer-encoding') !== undefined) return { refuse: 411 };
  const length = header('content-length');
  const limit = bodyLimits[kind];
  if (!limit) return length === undefined || length === '0' ? { bytes: 0 } : { refuse: 400 };
  if (length === undefined) return { refuse: 411 };
  if (!/^\d{1,15}$/.test(length)) return { refuse: 400 };
  if (Number(length) > limit.max) return { refuse: 413 };
  const type = header('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === limit.type ? { bytes: Number(length) } : { refuse: 415 };
}

/**
 * Decides, before a byte of the body is read, whether a request may go on: its own host only, no foreign origin, the
 * method, type and length that its route takes. Who asks (code, bearer) is judged by the route itself.
 * @param host the one accepted `Host`, such as `127.0.0.1:41234`
 */
export function judge(request: RequestFacts, host: string): Verdict {
  const headers = readHeaders(request.rawHeaders);
  if (!headers) return { refuse: 400 };
  const header = (name: string) => headers.get(name);
  if (header('host') !== host) return { refuse: 421 };
  if (header('upgrade') !== undefined || header('expect') !== undefined) return { refuse: 400 };
  if (!request.target.startsWith('/') || request.target.startsWith('//')) return { refuse: 400 };
  const [path = '/', query = ''] = request.target.split('?', 2);
  const kind = kindOf(path);
  if (request.method !== (kind === 'page' || kind === 'file' ? 'GET' : 'POST')) return { refuse: 405 };
  if (!cameFrom(kind, `http://${host}`, header)) return { refuse: 403 };
  const body = bodyBytes(kind, header);
  return 'refuse' in body ? body : { kind, path, query, bytes: body.bytes, header };
}
