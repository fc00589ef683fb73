import { useSyncExternalStore } from 'react';
import { jobsStore, type Job } from './jobs-store.ts';

/** The long pieces of work that run now; start one with `jobsStore.start`. */
export function useJobs(): Job[] {
  return useSyncExternalStore(jobsStore.subscribe, jobsStore.read, jobsStore.read);
}
