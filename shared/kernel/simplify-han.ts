import pairs from 'opencc-js/dict/TSCharacters';

let table: Map<string, string> | undefined;

/** Built at the first use: a start that searches nothing does not pay for it. */
function simplified(): Map<string, string> {
  if (table) return table;
  const steps = new Map(pairs.split('|').map((pair) => pair.split(' ') as [string, string]));
  // Some simplified characters are simplified further: both ends of such a chain must meet.
  table = new Map([...steps].map(([from, to]) => [from, steps.get(to) ?? to]));
  return table;
}

/** The simplified form of one character; itself where there is none. */
export const simplifyCharacter = (character: string): string => simplified().get(character) ?? character;

/** Traditional characters made simplified one by one, so that both ways of writing compare as equal. */
export function simplifyHan(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  let out = '';
  for (const character of text) out += simplifyCharacter(character);
  return out;
}
