import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { RPCHandler } from '@orpc/server/node';
import type { AnyRouter } from '@orpc/server';
import { securityHeaders } from '#core/adapters/content-security-policy.ts';
import type { WebAnswer } from '#core/adapters/prepare-page.ts';
import type { UploadStore } from '#core/adapters/upload-store.ts';
import type { WebAssets } from '#core/adapters/web-assets.ts';
import type { Log } from '#core/ports/host-ports.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { BootKeys } from './boot-keys.ts';
import { Presence } from './presence.ts';
import { judge } from './request-guard.ts';

export interface LoopbackOptions {
  router: AnyRouter;
  assets: WebAssets;
  uploads: UploadStore;
  log: Log;
  /** Milliseconds to stay after the last tab has gone. */
  idleMs: number;
  /** A tab has opened. */
  onTab: () => void;
  /** Nobody is there any more; the owner closes the host. */
  onIdle: () => void;
}

export interface LoopbackHost {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** A single-use code for `/boot`, good for 30 seconds. */
  issueCode(): string;
  /** Ends every connection. */
  close(): Promise<void>;
}

type Admitted = Exclude<ReturnType<typeof judge>, { refuse: number }>;

function answer(response: ServerResponse, status: number, { headers, body }: WebAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** Connections on which something was refused. */
const ended = new WeakSet<Socket>();

/** Refusals end the connection, so that nothing after the refused head is ever read as another request. */
function refuse(response: ServerResponse, status: number, code = 'refused'): void {
  ended.add(response.req.socket);
  answer(response, status, {
    headers: { ...securityHeaders, connection: 'close', 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ code }),
  });
}

function refuseSocket(socket: Duplex, status: string): void {
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroy();
}

const parserStatus: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Serves the core to tabs of the installed browser, on 127.0.0.1 and a port of the system's choice. */
export async function startLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const { assets, uploads, log } = options;
  const keys = new BootKeys(() => performance.now());
  const presence = new Presence(options.idleMs, options.onIdle);
  const rpc = new RPCHandler(options.router);
  let host = '';

  async function boot(request: IncomingMessage, response: ServerResponse) {
    const bearer = keys.redeem(new URLSearchParams(await text(request)).get('code') ?? '');
    if (!bearer) return refuse(response, 403);
    presence.arrived();
    options.onTab();
    answer(response, 200, await assets.page({ 'ballast-bearer': bearer }));
  }

  async function call(request: IncomingMessage, response: ServerResponse) {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: {} });
    if (!matched) refuse(response, 404);
  }

  async function upload(request: IncomingMessage, response: ServerResponse, { bytes, header }: Admitted) {
    try {
      const token = await uploads.receive(request, decodeURIComponent(header('x-file-name') ?? ''), bytes);
      answer(response, 200, { headers: { ...securityHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify({ token }) });
    } catch (error) {
      if (error instanceof URIError) return refuse(response, 400);
      if (!(error instanceof CodedError)) throw error;
      // A browser that is still sending would see a broken connection instead of the answer.
      request.resume();
      await finished(request, { writable: false });
      refuse(response, 413, error.code);
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse) {
    const verdict = judge({ method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders }, host);
    if ('refuse' in verdict) return refuse(response, verdict.refuse);
    if (verdict.kind === 'boot') return boot(request, response);
    if (verdict.kind === 'page') return answer(response, 200, await assets.page());
    if (verdict.kind === 'file') {
      const file = await assets.file(verdict.path, verdict.query);
      return file ? answer(response, 200, file) : refuse(response, 404);
    }
    if (!keys.admits(verdict.header('authorization'))) return refuse(response, 401);
    const leave = presence.enter();
    try {
      await (verdict.kind === 'rpc' ? call(request, response) : upload(request, response, verdict));
    } finally {
      leave();
    }
  }

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    // The parser may have met a next request before the refusal went out.
    if (ended.has(request.socket)) return;
    route(request, response).catch((error: unknown) => {
      if (!request.complete || response.destroyed) return response.destroy();
      log.error('a request failed', error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'internal');
    });
  };

  const server = createServer({
    insecureHTTPParser: false,
    requireHostHeader: true,
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 600_000,
    keepAliveTimeout: 60_000,
  }, handle);
  server.maxHeadersCount = 0;
  // Without these, Node answers an expectation itself, before the guard has looked.
  server.on('checkContinue', handle).on('checkExpectation', handle);
  server.on('upgrade', (_request, socket) => refuseSocket(socket, '400 Bad Request'));
  server.on('connect', (_request, socket) => refuseSocket(socket, '405 Method Not Allowed'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseSocket(socket, parserStatus[error.code ?? ''] ?? '400 Bad Request'));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin: `http://${host}`,
    issueCode: () => keys.issueCode(),
    close() {
      presence.stop();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
