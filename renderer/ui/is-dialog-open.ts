/** Whether a modal dialog covers the page, so that the page's own shortcuts rest. */
export function isDialogOpen(): boolean {
  return typeof document !== 'undefined' && document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
