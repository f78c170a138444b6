/** The number of a slide among those kept for questions, from 1; null for one of the run, whose pages are 1 to `total`. */
export function backupNumber(page: number, total: number): number | null {
  return page > total ? page - total : null;
}
