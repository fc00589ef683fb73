import { Outlet } from '@tanstack/react-router';
import { useAppState } from '#renderer/client/use-app-state.ts';
import { FirstStartRoute } from './routes/FirstStartRoute.tsx';
import { Shell } from './shell/Shell.tsx';

/** The rail and the screens while a book is open, else the way to one. A book of another id starts every screen anew. */
export function AppFrame() {
  const { book } = useAppState();
  if (!book) return <FirstStartRoute />;
  return <Shell key={book.bookId}><Outlet /></Shell>;
}
