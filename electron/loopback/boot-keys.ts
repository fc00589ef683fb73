import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const codeLifeMs = 30_000;

const digest = (secret: string) => createHash('sha256').update(secret).digest();

/** Codes that open a tab once, and the bearers that opened tabs hold. Only digests are kept. */
export class BootKeys {
  #codes: { digest: Buffer; until: number }[] = [];
  #bearers: Buffer[] = [];
  readonly #now: () => number;

  /** @param now milliseconds of a clock that only moves forward */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A new code, good for 30 seconds and one use. */
  issueCode(): string {
    const code = randomBytes(32).toString('base64url');
    const now = this.#now();
    this.#codes = this.#codes.filter((known) => known.until > now);
    this.#codes.push({ digest: digest(code), until: now + codeLifeMs });
    return code;
  }

  /** Takes a code for a 256-bit bearer. @returns null when the code is unknown, used or too old */
  redeem(code: string): string | null {
    const asked = digest(code);
    const now = this.#now();
    const found = this.#codes.find((known) => timingSafeEqual(known.digest, asked));
    this.#codes = this.#codes.filter((known) => known !== found && known.until > now);
    if (!found || found.until <= now) return null;
    const bearer = randomBytes(32).toString('base64url');
    this.#bearers.push(digest(bearer));
    return bearer;
  }

  /** @param authorization the header as it came */
  admits(authorization: string | undefined): boolean {
    const asked = digest(/^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1] ?? '');
    let admitted = false;
    // Every bearer is compared, so that the time taken tells nothing of which one came near.
    for (const known of this.#bearers) admitted = timingSafeEqual(known, asked) || admitted;
    return admitted;
  }
}
