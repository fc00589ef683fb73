import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import type { PlaceKind } from '#shared/contract/shell.ts';

/** What the interface knows of the core, whichever host brought it. */
export interface Client {
  /** Every procedure of the contract. A call fails with HostGoneError while the core cannot be reached. */
  api: ContractRouterClient<Contract>;
  /**
   * Makes a chosen file known to the core.
   * @param onProgress gets 0 to 1 where the file has to be sent
   * @returns the token that procedures take as `file`
   */
  upload(file: File, onProgress?: (fraction: number) => void): Promise<string>;
  /** Asks for a place on this computer by a dialog of the system; absent where the host has none. @returns its path; null when cancelled */
  choosePlace?: (kind: PlaceKind) => Promise<string | null>;
}
