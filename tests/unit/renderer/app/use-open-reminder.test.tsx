import { expect, it, vi } from 'vitest';
import { useOpenReminder } from '#renderer/app/shell/use-open-reminder.ts';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { partsOf, use } from '#tests/builders/parts.tsx';

const went = vi.hoisted(() => ({ to: [] as unknown[] }));
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => async (where: unknown) => void went.to.push(where) }));

it('a reminder leads to the file of its account, and one about several to the day’s page', async () => {
  const drawing = await createDrawing('en');
  const open = () => <button type="button" onClick={useOpenReminder() as never} />;
  for (const about of ['a 1', null]) use(partsOf(drawing, open), () => true, 'onClick', about);
  expect(went.to).toEqual([{ to: '/accounts/$accountId/$tab', params: { accountId: 'a 1', tab: 'overview' } }, { to: '/today' }]);
});
