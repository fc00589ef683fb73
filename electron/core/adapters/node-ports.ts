import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import type { ChosenFiles, Clock, HostPorts } from '../ports/host-ports.ts';
import { createBrowserPdf } from './browser-pdf.ts';
import { createFileLog } from './file-log.ts';
import { makePrivateDir } from './private-dir.ts';
import type { ProgramFiles } from './program-files.ts';

/** What a host adds to what Node has. */
export interface NodeHost {
  /** `electron`, `loopback` or `cli`. */
  hostName: string;
  /** Absolute; made, for its owner only, when missing. */
  dataDir: string;
  program: Pick<ProgramFiles, 'resourcesDir' | 'workers'>;
  files: ChosenFiles;
  showWindow?: HostPorts['showWindow'];
  notifier?: HostPorts['notifier'];
  offers?: HostPorts['offers'];
  /** The installed browser prints where the host cannot. */
  pdf?: HostPorts['pdf'];
}

/** Ten random bytes at a time out of a pool: asking the system for each id costs more than writing the row it is for. */
function randomTens(): () => Uint8Array {
  const pool = new Uint8Array(10 * 400);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += 10;
    return pool.subarray(used - 10, used);
  };
}

/** The ports of any host that runs the core in Node. */
export function createNodePorts(host: NodeHost): HostPorts {
  makePrivateDir(host.dataDir);
  const clock: Clock = { now: () => Date.now() };
  const random = randomTens();
  return {
    clock,
    ids: { uuid: () => uuidV7(clock.now(), random()) },
    log: createFileLog(join(host.dataDir, 'logs'), clock),
    paths: { dataDir: host.dataDir, resourcesDir: host.program.resourcesDir },
    files: host.files,
    workers: host.program.workers,
    pdf: host.pdf ?? createBrowserPdf({ dir: join(host.dataDir, 'print') }),
    hostName: host.hostName,
    showWindow: host.showWindow,
    notifier: host.notifier,
    offers: host.offers,
  };
}
