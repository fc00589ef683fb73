import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { BallastHost, ShellChannel, ShellCommand, ShellMessage } from '#shared/contract/shell.ts';

// The page's own window; this layer is type-checked without the DOM.
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: ShellMessage, targetOrigin: string, transfer?: readonly object[]): void;
};

const host: BallastHost<File> = {
  wantPort: () => ipcRenderer.send('ballast:want-port' satisfies ShellChannel),
  fileToken: (file) => ipcRenderer.invoke('ballast:file-token' satisfies ShellChannel, webUtils.getPathForFile(file)),
  choosePlace: (kind) => ipcRenderer.invoke('ballast:choose-place' satisfies ShellChannel, kind),
};

contextBridge.exposeInMainWorld('ballastHost', host);

ipcRenderer.on('ballast:port' satisfies ShellChannel, ({ ports }) => {
  window.postMessage({ type: 'ballast-port' }, window.location.origin, [...ports]);
});

ipcRenderer.on('ballast:command' satisfies ShellChannel, (_event, command: ShellCommand) => {
  window.postMessage({ type: 'ballast-command', command }, window.location.origin);
});
