import { Button, ColorInput, FileButton, Select, TextInput } from '@mantine/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { latinFaces, PLAIN_LOOK, type Look } from '#shared/domain/document/look.ts';
import { undoStore } from '#renderer/client/undo-store.ts';
import { ChoiceInput } from '#renderer/features/settings/ChoiceInput.tsx';
import { CompanyInput } from '#renderer/features/settings/CompanyInput.tsx';
import { DocumentLook } from '#renderer/features/settings/DocumentLook.tsx';
import { LogoInput } from '#renderer/features/settings/LogoInput.tsx';
import { LookPreview } from '#renderer/features/settings/LookPreview.tsx';
import { TitleInput } from '#renderer/features/settings/TitleInput.tsx';
import { useLook } from '#renderer/features/settings/use-save-look.ts';
import { createDrawing } from '#tests/builders/drawing.tsx';
import { partsAfter, type Act } from '#tests/builders/parts-after.tsx';
import { partsOf, use, type Part } from '#tests/builders/parts.tsx';
import { madePng } from '#tests/builders/pictures.ts';
import { recordingClient } from '#tests/builders/recording-client.ts';

const of = (type: unknown, label?: string) => (part: Part): boolean => part.type === type && (label === undefined || part.props['aria-label'] === label);
const type = (value: string): Act => (parts) => use(parts, of(TextInput), 'onChange', { currentTarget: { value } });
const key = (name: string, isComposing = false): Act => (parts) => use(parts, of(TextInput), 'onKeyDown', { key: name, nativeEvent: { isComposing, keyCode: 0 } });
const leave: Act = (parts) => use(parts, of(TextInput), 'onBlur');
const shown = (parts: readonly Part[]): unknown => parts.find(of(TextInput))?.props['value'];
const logo: NonNullable<Look['logo']> = { type: 'png', width: 60, height: 20, data: madePng(60, 20).toString('base64') };

/** Every write that was begun has reached the core. */
const settled = () => new Promise(setImmediate);

afterEach(() => undoStore.hide());

/** A core whose writes wait for ever unless they are answered. */
async function core(look: Partial<Look> = {}, answer: (path: string) => unknown = () => ({ stepNo: 7 }), language: 'en' | 'zh-CN' = 'en') {
  const { client, calls } = recordingClient(answer);
  const drawing = await createDrawing(language, client);
  drawing.know((api) => ({ key: api.documents.look.queryKey(), data: { ...PLAIN_LOOK, ...look } }));
  return { drawing, calls, wrote: () => calls.filter(([path]) => path === 'documents.setLook' || path === 'book.update').map(([, input]) => input) };
}

describe('the title of the book', () => {
  it.each<[string, Act[], unknown[]]>([
    ['is kept on Enter, without the blanks around it', [type('  Rhine '), key('Enter')], [{ title: 'Rhine' }]],
    ['is kept on leaving', [type('Rhine'), leave], [{ title: 'Rhine' }]],
    ['is given up on Esc', [type('Rhine'), key('Escape'), leave], []],
    ['is not kept while an input method is at work', [type('lai'), key('Enter', true)], []],
    ['is never empty', [type('   '), key('Enter'), leave], []],
    ['that is the same is not kept again', [type('Northwind '), leave], []],
  ])('%s', async (_, acts, kept) => {
    const { drawing, wrote } = await core();
    partsAfter(drawing, () => TitleInput(), ...acts);
    await settled();
    expect(wrote()).toEqual(kept);
  });

  it('shows what it would be again after Esc, and says of an empty one what is wrong', async () => {
    const { drawing } = await core({}, undefined, 'zh-CN');
    expect(shown(partsAfter(drawing, () => TitleInput(), type('Rhine')))).toBe('Rhine');
    expect(shown(partsAfter(drawing, () => TitleInput(), type('Rhine'), key('Escape')))).toBe('Northwind');
    const error = (...acts: Act[]) => partsAfter(drawing, () => TitleInput(), ...acts).find(of(TextInput))?.props['error'];
    expect([error(), error(type('x')), typeof error(type(' '))]).toEqual([false, false, 'string']);
    expect(drawing.missing).toEqual([]);
  });
});

describe('currency and time zone', () => {
  it('are kept as soon as another is chosen, with a word and an undo', async () => {
    const { drawing, wrote } = await core();
    const choose = (value: string | null) => use(partsOf(drawing, () => ChoiceInput({ field: 'currency', data: ['USD', 'EUR'] })), of(Select), 'onChange', value);
    choose('USD');
    choose(null);
    choose('EUR');
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: 'Changed the currency to EUR', stepNo: 7 }));
    expect(wrote()).toEqual([{ currency: 'EUR' }]);
  });
});

describe('the company on documents', () => {
  const field = ({ look, save }: ReturnType<typeof useLook>) => CompanyInput({ company: look.company, save, disabled: false });
  it.each<[string, Act[], unknown[]]>([
    ['is kept on Enter', [type(' Acme GmbH '), key('Enter')], [{ company: 'Acme GmbH' }]],
    ['may become empty', [type(''), leave], [{ company: '' }]],
    ['is given up on Esc', [type('Acme'), key('Escape'), leave], []],
    ['is not kept while an input method is at work', [type('gong'), key('Enter', true)], []],
    ['that is the same is not kept again', [type(' Acme '), leave], []],
  ])('%s', async (_, acts, kept) => {
    const { drawing, wrote } = await core({ company: 'Acme' });
    partsAfter(drawing, () => field(useLook()), ...acts);
    await settled();
    expect(wrote()).toEqual(kept);
  });

  it.each([
    ['en', 'Rhine', 'Changed the company to Rhine'], ['en', '', 'Removed the company’s name'], ['zh-CN', '恒岳', '公司名称已改为 恒岳'], ['zh-CN', '', '已移除公司名称'],
  ] as const)('is said in %s as what it became: “%s”', async (language, value, said) => {
    const { drawing } = await core({ company: 'Acme' }, undefined, language);
    partsAfter(drawing, () => field(useLook()), type(value), leave);
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: said, stepNo: 7 }));
  });
});

describe('the colour of documents', () => {
  const drag = (value: string): Act => (parts) => use(parts, of(ColorInput), 'onChange', value);
  const drop = (value: string): Act => (parts) => use(parts, of(ColorInput), 'onChangeEnd', value);
  const blur = (value: string): Act => (parts) => use(parts, of(ColorInput), 'onBlur', { currentTarget: { value } });

  it.each<[string, Act[], unknown[]]>([
    ['is kept where the pointer lets go, in capitals', [drag('#5b3a8c'), drop('#5b3a8c')], [{ accent: '#5B3A8C' }]],
    ['is not kept on the way there', [drag('#5b3a8c'), drag('#5b3a8d')], []],
    ['typed in part is given up', [drag('#5B3'), blur('#5B3')], []],
    ['that is no colour is given up', [drag('#5B3A8G'), blur('#5B3A8G')], []],
    ['that is the same is not kept again', [drop(PLAIN_LOOK.accent.toLowerCase()), blur(PLAIN_LOOK.accent)], []],
  ])('%s', async (_, acts, kept) => {
    const { drawing, wrote } = await core();
    partsAfter(drawing, () => DocumentLook(), ...acts);
    await settled();
    expect(wrote()).toEqual(kept);
  });

  it('is on the slide while it is dragged, and only where it is whole', async () => {
    const { drawing } = await core();
    const onSlide = (...acts: Act[]) => partsAfter(drawing, () => DocumentLook(), ...acts).find(of(LookPreview))?.props['look'];
    expect(onSlide(drag('#b3001b'))).toMatchObject({ accent: '#B3001B' });
    for (const acts of [[drag('#b3')], [drag('#b3'), blur('#b3')]]) expect(onSlide(...acts)).toMatchObject({ accent: PLAIN_LOOK.accent });
  });
});

describe('the logo of documents', () => {
  const draw = (look: Look) => () => {
    const { save } = useLook();
    return LogoInput({ logo: look.logo, save, disabled: false });
  };

  it('is handed over as a file, and what was not chosen changes nothing', async () => {
    const { drawing, wrote } = await core();
    const choose = (file: File | null) => use(partsOf(drawing, draw(PLAIN_LOOK)), of(FileButton), 'onChange', file);
    choose(null);
    choose(new File(['x'], 'mark.png'));
    await vi.waitFor(() => expect(undoStore.read()).toMatchObject({ text: 'Changed the logo', stepNo: 7 }));
    expect(wrote()).toEqual([{ logo: { file: 'token of mark.png' } }]);
  });

  it('is taken away, and said so in both languages', async () => {
    for (const [language, said] of [['en', 'Removed the logo'], ['zh-CN', '已移除标志']] as const) {
      const { drawing, wrote } = await core({ logo }, undefined, language);
      use(partsOf(drawing, draw({ ...PLAIN_LOOK, logo })), ({ type: is, props }) => is === Button && props['variant'] === 'subtle', 'onClick');
      await vi.waitFor(() => expect(undoStore.read()?.text).toBe(said));
      expect(wrote()).toEqual([{ logo: null }]);
    }
  });

  it('that could not be read changes nothing and says nothing of a change', async () => {
    const { drawing, calls } = await core({ logo }, () => { throw new Error('no picture'); });
    use(partsOf(drawing, draw({ ...PLAIN_LOOK, logo })), of(FileButton), 'onChange', new File(['x'], 'mark.gif'));
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    await settled();
    expect(undoStore.read()).toBeNull();
    expect(drawing.html(<DocumentLook />)).toContain('60 × 20');
  });
});

it('fonts of documents are kept as soon as another is chosen', async () => {
  const { drawing, wrote } = await core();
  const parts = partsOf(drawing, () => DocumentLook());
  use(parts, of(Select, 'Font'), 'onChange', PLAIN_LOOK.latin);
  use(parts, of(Select, 'Font'), 'onChange', null);
  const other = latinFaces.find((face) => face !== PLAIN_LOOK.latin);
  use(parts, of(Select, 'Font'), 'onChange', other);
  await vi.waitFor(() => expect(undoStore.read()?.text).toBe(`Changed the font to ${other}`));
  expect(wrote()).toEqual([{ latin: other }]);
});
