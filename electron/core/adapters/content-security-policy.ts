const shared = [
  "default-src 'none'",
  "font-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const trustedTypes = ["require-trusted-types-for 'script'", 'trusted-types default dompurify'];

/** The policy of the page on both hosts. @param nonce fresh for each load; Mantine's style elements carry it */
export function contentSecurityPolicy(nonce: string): string {
  return [...shared, "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "connect-src 'self'", ...trustedTypes].join('; ');
}

/**
 * The policy while developing: hot reload needs a socket, an inline preamble and style elements of its own.
 * @param socket origin of the hot reload socket, such as `ws://127.0.0.1:5173`
 */
export function developmentPolicy(nonce: string, socket: string): string {
  return [
    ...shared, `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, `connect-src 'self' ${socket}`, ...trustedTypes,
  ].join('; ');
}

const denied = [
  'accelerometer', 'autoplay', 'camera', 'clipboard-read', 'display-capture', 'encrypted-media', 'gamepad', 'geolocation',
  'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get',
  'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking',
];

/** Headers of every answer, refusals too. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': denied.map((feature) => `${feature}=()`).join(', '),
};
