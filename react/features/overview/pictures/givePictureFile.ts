import { csvOf } from '../../../shared/files/csv'
import { giveFile } from '../../../shared/files/giveFile'

/** The numbers of a picture as a file that is named by its title and today. */
export function givePictureFile(title: string, rows: string[][]): void {
  const day = new Date().toISOString().slice(0, 10)
  giveFile(csvOf(rows), 'text/csv', `${title} ${day}.csv`.replace(/\s+/g, '-').toLowerCase())
}
