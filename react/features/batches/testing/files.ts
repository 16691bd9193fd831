import { strToU8, zipSync } from 'fflate'
import { gather } from '../files/gather'
import type { Reading } from '../files/gather'
import { judge } from '../files/judge'
import { readFiles } from '../files/readFiles'
import type { OpenedFiles } from '../files/opened'
import type { Said } from '../files/evidence'
import type { Field } from '../files/columns'
import { finish } from '../files/sheet'

export const ZONE = 'America/Sao_Paulo'

export const fileOf = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: typeof content === 'string' ? strToU8(content) : content,
})

/** A text in Windows-1252, as Excel saves it. */
export const windows = (text: string) =>
  Uint8Array.from(Array.from(text, (sign) => sign.charCodeAt(0)))

export const open = (...files: Array<ReturnType<typeof fileOf>>): OpenedFiles =>
  finish(readFiles(files))
export const openCsv = (text: string) => open(fileOf('a.csv', text))

export function read(opened: OpenedFiles, said: Partial<Record<Field, Said>> = {}): Reading {
  const reading = finish(gather(opened.sheet, opened.mapping, said, ZONE))

  finish(judge(reading, opened.sheet))

  return reading
}

/** After a cell of one row was mended. */
export function readAgain(opened: OpenedFiles, before: Reading, row: number): Reading {
  delete before.cells[row]
  const reading = finish(gather(opened.sheet, opened.mapping, {}, ZONE, before))

  finish(judge(reading, opened.sheet))

  return reading
}

/** Faults as "row column code", row and heading as the file has them. */
export function faultsOf(opened: OpenedFiles, said: Partial<Record<Field, Said>> = {}): string[] {
  return read(opened, said).drafts.reduce<string[]>(
    (all, draft) =>
      all.concat(
        draft.faults.map(({ row, column, code }) => {
          const heading = column === null ? '-' : opened.sheet.header[column]

          return `${opened.sheet.rows[row].at} ${heading} ${code}`
        })
      ),
    []
  )
}

interface SheetXml {
  /** What stands inside sheetData, and behind it. */
  rows: string
  behind?: string
  strings?: string[]
  styles?: string
  isFrom1904?: boolean
}

/** A workbook of one sheet, cell by cell as Excel writes it. */
export function workbook({
  rows,
  behind = '',
  strings = [],
  styles,
  isFrom1904,
}: SheetXml): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r">${isFrom1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="Notas" r:id="rId1"/></sheets></workbook>`
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`
    ),
    'xl/styles.xml': strToU8(
      styles ?? '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><sheetData>${rows}</sheetData>${behind}</worksheet>`
    ),
  })
}

export const KEY = '35261111222333000181550010000001231000001234'

interface Nfe {
  key?: string
  number?: string
  order?: string
  words?: string
  hasProtocol?: boolean
}

export function nfe({
  key = KEY,
  number = '123',
  order = '',
  words = '',
  hasProtocol = true,
}: Nfe = {}) {
  const bare = `<NFe><infNFe Id="NFe${key}"><ide><nNF>${number}</nNF><dhEmi>2026-11-20T10:00:00-03:00</dhEmi></ide><dest><CPF>52998224725</CPF></dest><det nItem="1"><prod><xProd>A &amp; B</xProd>${
    order && `<xPed>${order}</xPed>`
  }</prod></det><total><ICMSTot><vNF>249.90</vNF></ICMSTot></total><infAdic><infCpl>${words}</infCpl></infAdic></infNFe></NFe>`

  return hasProtocol ? `<nfeProc>${bare}<protNFe/></nfeProc>` : bare
}
