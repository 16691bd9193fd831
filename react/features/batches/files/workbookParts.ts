import { strFromU8 } from 'fflate'
import { walkXml } from './walkXml'
import type { ZipEntry } from './openZip'

/** What of a workbook must be known before a sheet can be read. */
export interface WorkbookParts {
  sheets: Array<{ name: string; path: string }>
  strings: string[]
  /** By the style's number: whether a number in it is a date. */
  isDateStyle: boolean[]
  /** Days are counted from 1904, as old Macs did. */
  is1904: boolean
}

/** Everything of a workbook that is read; pictures, charts and macros are not even inflated. */
export const isWorkbookPart = (name: string) =>
  /^\/?xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(
    name
  )

export function readParts(entries: readonly ZipEntry[]): WorkbookParts {
  const textOf = (end: string) => {
    const entry = entries.find(({ name }) => name.toLowerCase().endsWith(end.toLowerCase()))

    return entry ? strFromU8(entry.bytes) : ''
  }
  const targets = new Map<string, string>()

  walkXml(textOf('_rels/workbook.xml.rels'), {
    onOpen(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target.replace(/^\/?xl\//, ''))
    },
  })
  const sheets: WorkbookParts['sheets'] = []
  let is1904 = false

  walkXml(textOf('xl/workbook.xml'), {
    onOpen(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 || '')
      if (name !== 'sheet') return
      const relation = Object.keys(attributes).find((one) => /:id$/.test(one)) || ''
      const target = targets.get(attributes[relation] || '')

      // Hidden sheets hold lists for drop-downs.
      if (target && !/hidden/i.test(attributes.state || ''))
        sheets.push({ name: attributes.name || '', path: target })
    },
  })

  return {
    sheets,
    strings: readStrings(textOf('xl/sharedStrings.xml')),
    isDateStyle: readStyles(textOf('xl/styles.xml')),
    is1904,
  }
}

/** Texts that cells share; of a text with several letters' styles its pieces together, without phonetic hints. */
function readStrings(xml: string): string[] {
  const strings: string[] = []
  let whole = ''
  let isHint = false

  walkXml(xml, {
    onOpen(name) {
      if (name === 'si') whole = ''
      if (name === 'rPh') isHint = true
    },
    onClose(name, text) {
      if (name === 't' && !isHint) whole += text
      if (name === 'rPh') isHint = false
      if (name === 'si') strings.push(whole)
    },
  })

  return strings
}

/** Built-in formats of dates and times (ECMA-376 §18.8.30), those of the Far East included. */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51,
  52, 53, 54, 55, 56, 57, 58,
])

function readStyles(xml: string): boolean[] {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let isInCells = false

  walkXml(xml, {
    onOpen(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') own.set(Number(numFmtId), isDateFormat(formatCode || ''))
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) {
        const id = Number(numFmtId)

        styles.push(own.get(id) ?? DATE_FORMATS.has(id))
      }
    },
    onClose(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })

  return styles
}

/** A format that shows a day, a month or a year, outside of its texts and colours. */
function isDateFormat(code: string): boolean {
  return /[dmyh]/i.test(
    code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '').replace(/general/gi, '')
  )
}
