import { describe, expect, it } from 'vitest';
import { matchCommands } from '#renderer/app/palette/match-command.ts';

const commands = [
  { id: 'log', label: '记录互动', keywords: 'Log interaction' },
  { id: 'settings', label: '前往设置', keywords: 'Go to Settings' },
  { id: 'backUp', label: '立即备份', keywords: 'Back up now' },
];
const found = (text: string) => matchCommands(commands, text).map(({ id }) => id);

describe('finding commands', () => {
  it('shows all before anything is typed', () => {
    expect(found('')).toEqual(['log', 'settings', 'backUp']);
    expect(found('   ')).toHaveLength(3);
  });

  it('finds by part of the label and by the English name', () => {
    expect(found('备份')).toEqual(['backUp']);
    expect(found('SETT')).toEqual(['settings']);
  });

  it('wants every word', () => {
    expect(found('log inter')).toEqual(['log']);
    expect(found('log settings')).toEqual([]);
  });
});
