import { useSuspenseQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import { useApi } from './use-api.ts';

type Outputs = InferContractRouterOutputs<Contract>;

/** Settings of this computer, the recent books and the open one, if any. */
export type AppState = Outputs['app']['state'];
export type OpenBook = NonNullable<AppState['book']>;

/** The program's state; loaded before anything is drawn, kept fresh by topics. */
export function useAppState(): AppState {
  return useSuspenseQuery(useApi().app.state.queryOptions()).data;
}

/**
 * The open book.
 * @throws Error where no book is open: only screens of a book may ask
 */
export function useBook(): OpenBook {
  const { book } = useAppState();
  if (!book) throw new Error('no book is open');
  return book;
}
