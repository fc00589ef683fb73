/** What has to be said above the lists of today, by whichever feature has something to say. */
export function TodayAlert() {
  return null;
}
