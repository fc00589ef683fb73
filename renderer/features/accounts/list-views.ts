import { builtInView, builtInViews, type BuiltInView } from '#shared/domain/view/built-in-views.ts';
import type { CurrentView, SavedView } from '#shared/domain/view/model.ts';

/** A view of the accounts as its tab shows it. */
export interface ListView {
  id: string;
  /** Null for one that comes with the program: its name is in the locale files. */
  name: string | null;
  document: CurrentView;
  /** Whether the book keeps it, or a changed form of it. */
  kept: boolean;
}

export const isBuiltIn = (id: string): id is BuiltInView => builtInViews.some((view) => view === id);

/** Those that come with the program, as they were changed, then the person's own. */
export function listViews(saved: readonly SavedView[]): ListView[] {
  const known = new Map(saved.map((view) => [view.id, view]));
  const own = saved.filter(({ id }) => !isBuiltIn(id)).map(({ id, name, document }) => ({ id, name, document, kept: true }));
  return [...builtInViews.map((id) => ({ id, name: null, document: known.get(id)?.document ?? builtInView(id), kept: known.has(id) })), ...own];
}

/** Whether two views show the same. */
export const sameView = (a: CurrentView, b: CurrentView): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Puts a column in the place of another; pinned places stay as many as they were. */
export function moveColumn(view: CurrentView, id: string, to: string): CurrentView {
  const from = view.columns.findIndex((column) => column.id === id);
  const place = view.columns.findIndex((column) => column.id === to);
  const moved = view.columns[from];
  // The first column names the row; it neither leaves its place nor gives it away.
  if (!moved || from < 1 || place < 1) return view;
  return { ...view, columns: view.columns.toSpliced(from, 1).toSpliced(place, 0, moved) };
}

export function resizeColumn(view: CurrentView, id: string, width: number): CurrentView {
  return { ...view, columns: view.columns.map((column) => (column.id === id ? { id, width: Math.min(1200, Math.max(40, width)) } : column)) };
}

/** Shows a column behind the others, or hides it. */
export function toggleColumn(view: CurrentView, id: string): CurrentView {
  const at = view.columns.findIndex((column) => column.id === id);
  if (at === 0) return view;
  if (at < 0) return { ...view, columns: [...view.columns, { id }] };
  return { ...view, columns: view.columns.toSpliced(at, 1), pinned: at < view.pinned ? view.pinned - 1 : view.pinned };
}

/** Pins a column behind those that are, or lets it go. */
export function togglePin(view: CurrentView, id: string): CurrentView {
  const at = view.columns.findIndex((column) => column.id === id);
  const column = view.columns[at];
  if (!column || at === 0) return view;
  const pinned = at < view.pinned ? view.pinned - 1 : view.pinned + 1;
  return { ...view, pinned, columns: view.columns.toSpliced(at, 1).toSpliced(Math.min(pinned, view.pinned), 0, column) };
}
