import type { Session, WebContents } from 'electron';
import { ownOrigin } from './app-scheme.ts';

/** Denies every permission, and every download but what the page itself has made, such as a review deck. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${ownOrigin}/`)) event.preventDefault();
  });
}

/**
 * Keeps contents on the page they were given: no navigation but its own reload, no new windows, no web views.
 * @param outside gets each address that was refused, for the person to open elsewhere
 */
export function lockContents(contents: WebContents, outside: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    outside(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (navigation) => {
    if (navigation.isMainFrame && navigation.url === contents.getURL()) return;
    navigation.preventDefault();
    outside(navigation.url);
  });
  contents.on('will-redirect', (navigation) => navigation.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
