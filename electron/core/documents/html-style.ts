import type { Theme } from '#shared/domain/document/theme.ts';
import { COLOURS, PAGE, TYPE } from './deck-style.ts';
import { EXPLANATION, FOOT, LABEL, NOTE, SUMMARY, TABLE } from './page-layout.ts';

/** Faces that stand in where the chosen one is missing, as wide as it. */
const LATIN: Record<Theme['latin'], string> = {
  Arial: "Arial, 'Liberation Sans', Helvetica", Calibri: "Calibri, Carlito, Arial, 'Liberation Sans'", 'Segoe UI': "'Segoe UI', Arial, 'Liberation Sans', Helvetica",
  Georgia: "Georgia, Gelasio, 'Times New Roman', 'Liberation Serif'", 'Times New Roman': "'Times New Roman', 'Liberation Serif', Times",
};
const SERIFS: ReadonlySet<string> = new Set(['SimSun', 'KaiTi']);

const face = ({ latin, chinese }: Theme): string => {
  const others = SERIFS.has(chinese) ? "'Songti SC', 'Noto Serif CJK SC', SimSun" : "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC'";
  return `${LATIN[latin]}, '${chinese}', ${others}, sans-serif`;
};

/** The sheet of styles of a printed document: 16:9 pages, one finding on each. */
export function htmlStyle(theme: Theme): string {
  const pt = (size: number): string => `font-size:${size}pt`;
  const colour = (hex: string): string => `color:#${hex}`;
  return `
@page { size: ${PAGE.width}in ${PAGE.height}in; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { font-family: ${face(theme)}; ${colour(COLOURS.text)}; line-height: 1.25 }
.page { position: relative; width: ${PAGE.width}in; height: ${PAGE.height - 0.01}in; overflow: hidden; break-after: page }
.page:last-child { break-after: auto }
.band { position: absolute; left: 0; top: 0; width: 100%; background: ${theme.accent} }
.box { position: absolute; overflow: hidden }
.cut { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere }
.middle { display: flex; align-items: center } .end { text-align: right; justify-content: flex-end }
.title { ${pt(TYPE.coverTitle.size)}; font-weight: 700 } .headline { ${pt(TYPE.headline.size)}; font-weight: 700 }
.explanation { ${pt(EXPLANATION.size)}; ${colour(COLOURS.text2)} }
.note { ${pt(NOTE.size)}; ${colour(COLOURS.text3)} } .foot { ${pt(FOOT.size)}; ${colour(COLOURS.text3)} }
.label { background: ${theme.accent} } .subtitle { ${pt(LABEL.size)}; font-weight: 700; color: ${theme.onAccent} }
.alias { ${pt(18)}; ${colour(COLOURS.text3)} } .period { ${pt(15)}; ${colour(COLOURS.text2)} } .finding { ${pt(SUMMARY.size)} } .of { ${pt(13)}; ${colour(COLOURS.text3)} }
.line { position: absolute; left: ${PAGE.side}in; width: ${PAGE.inner}in; border-top: 0.75pt solid #${COLOURS.line2} } .first { border-color: #${COLOURS.control} }
.logo { position: absolute; background-size: 100% 100%${theme.logo ? `; background-image: url(data:image/${theme.logo.type};base64,${theme.logo.data})` : ''} }
.block { position: absolute } .block svg { display: block } .block h2 { ${pt(12)}; line-height: 0.3in; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.block svg text { font-size: 10pt; fill: #${COLOURS.text2} }
table { width: 100%; table-layout: fixed; border-collapse: collapse; ${pt(TABLE.size)} }
th, td { padding: 0 ${TABLE.side}in; vertical-align: middle; text-align: left; border-bottom: 0.5pt solid #${COLOURS.line2}; font-weight: 400; overflow: hidden }
th { ${pt(TABLE.head)}; ${colour(COLOURS.text3)}; border-color: #${COLOURS.control}; height: ${TABLE.headHeight}in }
th:first-child, td:first-child { padding-left: 0.02in } th:last-child, td:last-child { padding-right: 0.02in } .right { text-align: right }
.strong { font-weight: 700 } .quiet { ${colour(COLOURS.text3)} } .good { ${colour(COLOURS.good)} } .risk { ${colour(COLOURS.risk)} }
.number { white-space: nowrap } .more { ${pt(TABLE.head)}; ${colour(COLOURS.text3)}; margin-top: 0.08in }
.words { ${pt(14)}; line-height: 0.3in; overflow: hidden } .words h2 { ${pt(14)}; margin-bottom: 0.06in } .words p, .words li { margin-bottom: 0.1in } .words ul { padding-left: 0.24in }
.figures { display: flex; gap: 0.3in } .figure { flex: 1 1 0; min-width: 0; border-left: 0.05in solid ${theme.accent}; padding-left: 0.14in; height: 1.1in; white-space: nowrap }
.figure div { overflow: hidden; text-overflow: ellipsis } .figure b { display: block; ${pt(28)}; line-height: 0.52in } .figure div { ${pt(12)}; line-height: 0.29in }
.notice { border-top: 0.75pt solid #${COLOURS.line2}; padding-top: 0.24in; ${pt(16)}; ${colour(COLOURS.text2)}; max-width: 9in }
.said { position: absolute; left: 0; top: ${PAGE.height}in; width: 100%; border-top: 0.75pt solid #${COLOURS.line2}; padding: 0.24in ${PAGE.side}in; ${pt(12)}; line-height: 0.26in; ${colour(COLOURS.text2)} }`;
}
