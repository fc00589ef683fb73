import { expect, it } from 'vitest';
import { contentSecurityPolicy, developmentPolicy, securityHeaders } from '#core/adapters/content-security-policy.ts';

const parse = (policy: string) => Object.fromEntries(policy.split('; ').map((part) => {
  const [name = '', ...values] = part.split(' ');
  return [name, values.join(' ')];
}));

it('is the policy of the design, word for word', () => {
  expect(parse(contentSecurityPolicy('N'))).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'nonce-N'",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'img-src': "'self' data: blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default dompurify',
  });
});

it('reports to nobody', () => {
  expect(contentSecurityPolicy('N')).not.toMatch(/report/);
  expect(Object.keys(securityHeaders).join()).not.toMatch(/report|access-control|cookie/);
});

it('opens nothing but the hot reload socket and inline starts while developing', () => {
  const strict = parse(contentSecurityPolicy('N'));
  const loose = parse(developmentPolicy('N', 'ws://127.0.0.1:5173'));
  const differing = Object.keys(loose).filter((name) => loose[name] !== strict[name]);
  expect(differing.toSorted()).toEqual(['connect-src', 'script-src']);
  expect(loose['connect-src']).toBe("'self' ws://127.0.0.1:5173");
  expect(loose['script-src']).not.toMatch(/unsafe/);
});
