import { parentPort, workerData } from 'node:worker_threads';
import { connect } from './connection.ts';
import { takeBackup } from './take-backup.ts';

/** What the worker thread is asked to do with a book while people go on working. */
export type BackupJob = { task: 'backup'; path: string; target: string } | { task: 'check'; path: string };

export type BackupAnswer = { ok: true; arrival: number } | { ok: false; message: string };

function run(job: BackupJob): BackupAnswer {
  try {
    if (job.task === 'backup') return { ok: true, arrival: takeBackup(job.path, job.target) };
    const db = connect(job.path, { readonly: true, fileMustExist: true });
    const found = String(db.pragma('quick_check', { simple: true }));
    db.close();
    return found === 'ok' ? { ok: true, arrival: 0 } : { ok: false, message: 'quick_check' };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(run(workerData as BackupJob));
