/** A page that opens a tab by itself: a form with a code, posted to the host. @param origin `http://127.0.0.1:<port>` */
export function launchPage(origin: string, code: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Ballast</title>
<form method="post" action="${origin}/boot"><input type="hidden" name="code" value="${code}"><noscript><button>Ballast</button></noscript></form>
<script>document.forms[0].submit()</script>
`;
}
