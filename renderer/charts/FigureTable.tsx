import styles from './chart.module.css';

interface FigureTableProps {
  head: readonly string[];
  rows: readonly { key: string; cells: readonly string[]; onOpen?: () => void }[];
  foot?: readonly string[];
}

/** The figures of a picture in rows: names on the left, numbers on the right, each row's name opens what is behind it. */
export function FigureTable({ head, rows, foot }: FigureTableProps) {
  return (
    <div className={styles.tableBox}>
      <table className={styles.table}>
        <thead>
          <tr>{head.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...numbers], onOpen }) => (
            <tr key={key}>
              <th scope="row">{onOpen ? <button type="button" className={styles.open} onClick={onOpen}>{name}</button> : name}</th>
              {numbers.map((number, index) => <td key={head[index + 1] ?? index}>{number}</td>)}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>{foot.map((cell, index) => (index === 0 ? <th key={head[index]} scope="row">{cell}</th> : <td key={head[index]}>{cell}</td>))}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
