declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified` pairs, apart by `|`. */
  const pairs: string;
  export { pairs as default };
}
