// Plain JavaScript on purpose: a Node too old for the rest must get as far as the sentence below.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [script, ...rest] = process.argv.slice(2);

if (Number(process.versions.napi) < 10 || !process.features.typescript) {
  const message = `Ballast needs a newer Node.js than this one (${process.versions.node}): its database needs Node-API 10, its scripts Node.js 22.18 or newer.\n`
    + 'One that fits comes with "npm install", as the optional package "node". It is missing or was not put together, so either\n'
    + '  run  npm install --include=optional  and allow the install script of "node" if npm asks, or\n'
    + '  install Node.js 24 or newer from nodejs.org, and try again.\n';
  process.stderr.write(message);
  // The command line promises one JSON document, whatever happens.
  const isCommandLine = script.endsWith('electron/cli/main.ts');
  if (isCommandLine) process.stdout.write(`${JSON.stringify({ code: 'runtime-too-old', message, where: {} }, null, 1)}\n`);
  process.exit(isCommandLine ? 2 : 1);
}

process.argv = [process.argv[0], resolve(script), ...rest];
await import(pathToFileURL(resolve(script)).href);
