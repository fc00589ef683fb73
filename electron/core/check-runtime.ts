/** better-sqlite3 13 is built for Node-API 10; an older Node crashes the process while loading it. */
const NEEDED_NAPI = 10;

/**
 * Call before anything that loads the database.
 * @returns null when this Node can load it, else a sentence that says what to do
 */
export function runtimeProblem(versions: { napi?: string; node?: string } = process.versions): string | null {
  if (Number(versions.napi ?? 0) >= NEEDED_NAPI) return null;
  return `Ballast needs a Node.js with Node-API ${NEEDED_NAPI} or newer (22.14 or 24 on), but this is ${versions.node ?? 'unknown'}. `
    + 'Start it by "npm start" or "npm run ballast", which bring their own; if that fails, run "npm install" again without leaving out optional packages.';
}
