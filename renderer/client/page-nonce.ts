/** The nonce that style elements made at run time must carry to pass the page's policy; empty where the page has none. */
export function pageNonce(page: Document = document): string {
  return page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
