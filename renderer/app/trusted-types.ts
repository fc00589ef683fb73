import DOMPurify from 'dompurify';

/** Text without a tag cannot become an element; whatever could is cleaned first. */
export function trustedMarkup(text: string, clean: (markup: string) => string): string {
  return text.includes('<') ? clean(text) : text;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): unknown;
}

/**
 * Sets the page's default policy, which every write of markup by a library then passes. It has no rule for scripts and
 * script URLs: nothing built here makes any at run time, and without a rule the browser refuses them.
 */
export function installTrustedTypes(factory: PolicyFactory | undefined = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes): void {
  factory?.createPolicy('default', {
    createHTML: (text) => trustedMarkup(text, (markup) => DOMPurify.sanitize(markup, { RETURN_TRUSTED_TYPE: false })),
  });
}
