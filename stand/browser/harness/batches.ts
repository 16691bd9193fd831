import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import type { Person } from './person'
import type { Language } from './words'

/** Of the panel's own library, which is not the workbench's. */
interface Zip {
  zipSync(files: Record<string, Uint8Array>): Uint8Array
  unzipSync(bytes: Uint8Array): Record<string, Uint8Array>
}
const { zipSync, unzipSync } = createRequire(join(__dirname, '../../../react/package.json'))(
  'fflate'
) as Zip

/** A batch takes its time on a machine that does other things beside it. */
export const LONG = { timeout: 90_000 }

const PLACE: Readonly<Record<Language, string>> = {
  en: 'Files for a batch',
  pt: 'Arquivos para um lote',
  es: 'Archivos para un lote',
}

export async function openBatches(person: Person): Promise<Locator> {
  await person.open('/admin/invoice-tracking/batches')
  const place = person.page.getByRole('region', { name: PLACE[person.language] })
  await place.waitFor()
  return place
}

/** Waits until a batch's mark says it; the status line may say the same. */
export async function untilMarked(person: Person, state: string): Promise<void> {
  const { page } = person
  await page
    .getByText(state, { exact: true })
    .and(page.locator(':not([role=status])'))
    .waitFor(LONG)
}

export interface DroppedFile {
  readonly name: string
  readonly bytes: Buffer
}

export const textFile = (name: string, lines: readonly string[]): DroppedFile => ({
  name,
  bytes: Buffer.from(lines.join('\n')),
})

export function zipOf(name: string, texts: Readonly<Record<string, string>>): DroppedFile {
  const files = Object.entries(texts).map(
    ([path, text]) => [path, Uint8Array.from(Buffer.from(text))] as const
  )
  return { name, bytes: Buffer.from(zipSync(Object.fromEntries(files))) }
}

/** A workbook of one sheet, as Excel writes it: cells that are texts, and numbers where a cell is one. */
export function workbookOf(
  name: string,
  rows: readonly (readonly (string | number)[])[]
): DroppedFile {
  const cell = (value: string | number): string =>
    typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  return zipOf(name, {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Notas" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  })
}

/** The texts of the first sheet of a workbook, row by row. */
export function cellsOf(workbook: Buffer): string[][] {
  const sheet = Buffer.from(unzipSync(workbook)['xl/worksheets/sheet1.xml']!).toString('utf8')
  return [...sheet.matchAll(/<row>(.*?)<\/row>/g)].map(([, row]) =>
    [...row!.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/g)].map(([cell]) =>
      cell.replace(/<[^>]*>/g, '').replace(/&amp;/g, '&')
    )
  )
}

/** What a press of a control downloads: its name and its bytes. */
export async function downloaded(person: Person, control: Locator): Promise<DroppedFile> {
  const saving = person.page.waitForEvent('download')
  await control.click()
  const download = await saving
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) }
}

/** Lines of a CSV that the panel wrote, without the mark in front of them. */
export const linesOf = ({ bytes }: DroppedFile): string[] =>
  bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\r\n')
