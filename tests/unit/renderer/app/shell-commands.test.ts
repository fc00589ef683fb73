import { describe, expect, it } from 'vitest';
import { keepShellCommands } from '#renderer/app/shell/shell-commands.ts';

function start() {
  const page = new EventTarget();
  const waiting = keepShellCommands(page);
  const say = (data: unknown, source: unknown = page) => page.dispatchEvent(Object.assign(new Event('message'), { data, source }));
  return { waiting, say };
}

describe('commands of the program around the page', () => {
  it('wait until they are carried out, and can come again', () => {
    const { waiting, say } = start();
    let told = 0;
    waiting.subscribe(() => { told += 1; });
    for (let n = 1; n <= 2; n++) {
      say({ type: 'ballast-command', command: 'log-interaction' });
      expect([waiting.read(), told]).toEqual(['log-interaction', 2 * n - 1]);
      waiting.set(null);
    }
  });

  it.each([[null], ['log-interaction'], [{ type: 'ballast-port' }], [{ type: 'ballast-command' }], [{ type: 'ballast-command', command: 'erase' }]])(
    'are not %j', (data) => {
      const { waiting, say } = start();
      say(data);
      expect(waiting.read()).toBeNull();
    },
  );

  it('come from the page itself only', () => {
    const { waiting, say } = start();
    say({ type: 'ballast-command', command: 'log-interaction' }, new EventTarget());
    expect(waiting.read()).toBeNull();
  });
});
