import { runtimeProblem } from '#core/check-runtime.ts';

function print(document: unknown): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${JSON.stringify(document, null, 1)}\n`, () => resolve()));
}

async function main(): Promise<number> {
  const message = runtimeProblem();
  if (message !== null) {
    process.stderr.write(`${message}\n`);
    await print({ code: 'runtime-too-old', message, where: {} });
    return 2;
  }
  // Only now: what follows loads the database, which would end an older Node without a word.
  const { runCommand } = await import('./run-command.ts');
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const { document, exitCode } = await runCommand(process.argv.slice(2), {
    env: process.env, cwd: process.cwd(), signal: interrupt.signal, tell: (text) => process.stderr.write(text),
  });
  await print(document);
  return exitCode;
}

process.exit(await main());
