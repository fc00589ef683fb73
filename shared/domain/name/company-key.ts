import { foldText } from '#shared/kernel/fold-text.ts';

const HAN_FORMS = /(?:集[团團])?(?:股份有限|有限[责責]任|有限|股份)公司|株式[会會]社|有限[会會]社|주식회사|유한회사/gu;
const HAN_MARKS = /[([{【〔](?:集[团團]|株|有|주|유|group|holdings?)[)\]}】〕]/gu;
/** 分公司 and 子公司 name another firm than the one they belong to, and stay. */
const HAN_END = /(?:集[团團]|(?<![分子])[总總]?公司)$/u;
const EARLIER_NAME = /[([{【〔](?:原|曾用名|formerly|f\/?k\/?a)[^)\]}】〕]*[)\]}】〕]/gu;
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?!\p{L})/gu;

const PHRASES = [
  'limited liability company', 'limited liability partnership', 'joint stock company', 'public joint stock company',
  'sa de cv', 'sab de cv', 'sapi de cv', 's de rl de cv', 'srl de cv', 'sp z oo', 'spolka z oo', 'spol s ro',
].map((phrase) => phrase.split(' '));

const WORDS = new Set((
  'co company corp corporation inc incorporated ltd limited llc llp lp plc pllc pte pty pvt private gmbh mbh ggmbh ag kg kgaa ohg ug se '
  + 'sa sas sasu sarl eurl srl spa snc sl slu sau scs bv nv vof ab as asa aps oy oyj hf ehf kft zrt nyrt doo dd ad ead eood ood sro '
  + 'kk gk ooo oao zao pao jsc cjsc ojsc pjsc ltda ltee eireli sdn bhd tbk bvba sprl group gruppe groupe gruppo grupo ооо оао зао пао ао'
).split(' '));

const FIRST_WORDS = new Set('the pt cv ooo oao zao pao ооо оао зао пао ао'.split(' '));
const JOINING = new Set(['and', 'und', 'et']);

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  words.length >= end.length && end.every((word, index) => words[words.length - end.length + index] === word);

/** "S. A." written apart is the same as "SA". */
function joinLetters(words: readonly string[]): string[] {
  const isLetter = (word: string | undefined): boolean => word !== undefined && /^[a-z]$/.test(word);
  const from = words.findLastIndex((word) => !isLetter(word)) + 1;
  return from === 0 || words.length - from < 2 ? [...words] : [...words.slice(0, from), words.slice(from).join('')];
}

function withoutForms(words: readonly string[]): string[] {
  let left = joinLetters(words);
  for (;;) {
    const phrase = PHRASES.find((one) => endsWith(left, one));
    if (phrase) left = left.slice(0, -phrase.length);
    else if (WORDS.has(left.at(-1) ?? '')) left = joinLetters(left.slice(0, -1));
    else break;
  }
  return FIRST_WORDS.has(left[0] ?? '') ? left.slice(1) : left;
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !JOINING.has(word));

/**
 * The form in which names of companies are compared: width, case, accents, spaces, punctuation, brackets, an earlier
 * name in brackets and the legal form make no difference; places and branches do. A name of nothing but a legal form
 * keeps it. Empty only for a text without letters and digits.
 */
export function companyKey(name: string): string {
  const folded = foldText(name);
  const whole = wordsOf(folded).join('');
  const bare = folded.replace(EARLIER_NAME, ' ').replace(HAN_MARKS, ' ').replace(HAN_FORMS, ' ')
    .replace(DOTTED, (dotted) => dotted.replaceAll('.', '')).replace(/['’`]/g, '');
  let key = withoutForms(wordsOf(bare)).join('');
  while (HAN_END.test(key)) key = key.replace(HAN_END, '');
  return key === '' ? whole : key;
}
