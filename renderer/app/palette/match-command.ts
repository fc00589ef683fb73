/** The words by which a command is found. */
export interface Findable {
  label: string;
  /** More words in any language, such as the English name in a Chinese interface. */
  keywords: string;
}

/** Commands that hold every word of the text, in their own order; all of them for an empty text. */
export function matchCommands<T extends Findable>(commands: T[], text: string): T[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return commands.filter(({ label, keywords }) => {
    const all = `${label} ${keywords}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
