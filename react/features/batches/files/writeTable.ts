import { strToU8, zipSync } from 'fflate'
import { neutral } from '../../../shared/files/csv'

/** One sheet, every cell a text, and cells that are filled later too: what is a key or an id stays as it is. */
export function xlsxOf(rows: ReadonlyArray<readonly string[]>): Uint8Array {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 1)
  const cell = (text: string) =>
    text === ''
      ? '<c s="1"/>'
      : `<c s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(neutral(text))}</t></is></c>`
  const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')

  return zipSync({
    '[Content_Types].xml': strToU8(
      `${PROLOG}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MAIN}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/></Types>`
    ),
    '_rels/.rels': strToU8(
      `${PROLOG}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
    ),
    'xl/workbook.xml': strToU8(
      `${PROLOG}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${PROLOG}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`
    ),
    'xl/styles.xml': strToU8(`${PROLOG}${TEXT_STYLE}`),
    'xl/worksheets/sheet1.xml': strToU8(
      `${PROLOG}<worksheet xmlns="${SHEETS}"><cols><col min="1" max="${columns}" width="24" style="1" customWidth="1"/></cols><sheetData>${sheet}</sheetData></worksheet>`
    ),
  })
}

const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The least that spreadsheets ask for; the second format is "text" (ECMA-376 §18.8.30, id 49). */
const TEXT_STYLE = `<styleSheet xmlns="${SHEETS}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** XML 1.0 knows no control signs. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}
