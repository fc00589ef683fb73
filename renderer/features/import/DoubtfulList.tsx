import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DoubtfulName } from '#shared/domain/import/model.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import { importSession, type ImportFile } from './import-session.ts';
import classes from './import.module.css';

const NEW = 'new';

/** Names that resemble an account of the book: a person says which it is. */
export function DoubtfulList({ file, names }: { file: ImportFile; names: readonly DoubtfulName[] }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { sameAs } = file.choices;
  const open = names.filter(({ name }) => !Object.hasOwn(sameAs, nameKey(name))).length;
  const decided = (name: string): string | null => (Object.hasOwn(sameAs, nameKey(name)) ? sameAs[nameKey(name)] ?? NEW : null);
  const decide = (name: string, chosen: string | null): void => {
    const { [nameKey(name)]: _before, ...others } = sameAs;
    importSession.setChoices(file.id, { sameAs: chosen === null ? others : { ...others, [nameKey(name)]: chosen === NEW ? null : chosen } });
  };
  return (
    <section>
      <SectionHeading note={t('doubtful.note', { count: open })}>{t('doubtful.title')}</SectionHeading>
      <p className={classes['hint']}>{t('doubtful.text')}</p>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('doubtful.title')}>
        <table className={classes['table']}>
          <thead>
            <tr><th scope="col" className={classes['number']}>{t('doubtful.row')}</th><th scope="col">{t('doubtful.name')}</th><th scope="col">{t('doubtful.same')}</th></tr>
          </thead>
          <tbody>
            {names.map(({ name, row, candidates }) => (
              <tr key={name}>
                <td className={classes['number']}>{format.number(row)}</td>
                <th scope="row">{name}</th>
                <td className={classes['same']}>
                  <Select
                    size="xs" aria-label={t('doubtful.sameOf', { name })} placeholder={t('doubtful.choose')} value={decided(name)}
                    data={[...candidates.map(({ id, name: called, city, externalId }) => {
                      const details = [externalId, city].filter((each) => each !== null).join(t('listJoin'));
                      return { value: id, label: details === '' ? called : t('doubtful.candidate', { name: called, details }) };
                    }), { value: NEW, label: t('doubtful.new') }]}
                    onChange={(chosen) => decide(name, chosen)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
