import type { Client } from '#renderer/client/types.ts';

export interface RecordingClient {
  client: Client;
  /** What was called, in order, as `feature.procedure` and its input. */
  calls: [path: string, input: unknown][];
}

/**
 * A core that notes what it is asked.
 * @param answer what it answers to a path; what it throws is thrown at the caller
 */
export function recordingClient(answer: (path: string, input: unknown, options?: { signal?: AbortSignal }) => unknown = () => ({ stepNo: 7 })): RecordingClient {
  const calls: RecordingClient['calls'] = [];
  const at = (path: string[]): unknown => new Proxy(() => undefined, {
    get: (_target, key) => (typeof key === 'string' && key !== 'then' ? at([...path, key]) : undefined),
    apply: async (_target, _self, [input, options]: [unknown, { signal?: AbortSignal }?]) => {
      const name = path.join('.');
      calls.push([name, input]);
      return answer(name, input, options);
    },
  });
  return { calls, client: { api: at([]) as Client['api'], upload: (file) => Promise.resolve(`token of ${file.name}`) } };
}
