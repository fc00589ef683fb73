import { NewBookForm } from '#renderer/features/book/NewBookForm.tsx';
import { OpenBookForm } from '#renderer/features/book/OpenBookForm.tsx';
import { FirstStartPage } from '#renderer/features/first-start/FirstStartPage.tsx';
import { SampleOffer } from '#renderer/features/first-start/SampleOffer.tsx';
import { JobCards } from '../shell/JobCards.tsx';

/** The way to a book. */
export function FirstStartRoute() {
  return (
    <>
      <FirstStartPage create={<NewBookForm />} open={<OpenBookForm />} sample={<SampleOffer />} />
      <JobCards />
    </>
  );
}
