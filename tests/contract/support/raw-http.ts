import { connect } from 'node:net';

/**
 * Sends bytes as they are and collects whatever comes back until the other side closes or falls silent.
 * @param quietMs how long a silence ends the exchange
 */
export function sendRaw(port: number, bytes: string, quietMs = 400, address = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, address, () => socket.write(bytes, 'latin1'));
    socket.setTimeout(quietMs, () => socket.destroy());
    socket.on('data', (chunk) => { received += chunk.toString('latin1'); });
    socket.on('close', () => resolve(received));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}

/** Every status line in what came back. */
export function statuses(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
}

/** A request's text with its `Host` and the given headers, in order. */
export function rawRequest(head: string, port: number, headers: string[], body = '', host = `127.0.0.1:${port}`): string {
  return `${head} HTTP/1.1\r\nHost: ${host}\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n${body}`;
}
