import { config } from 'zod';
import { installTrustedTypes } from './trusted-types.ts';

installTrustedTypes();
// zod would try to compile its checks, which the page's policy forbids and reports; it must know before the first schema is made.
config({ jitless: true });

const { start } = await import('./start.tsx');
await start();
