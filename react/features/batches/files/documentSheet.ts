import { referencesIn } from './orderReference'
import { readXml } from './readXml'
import type { NfeFacts } from './readXml'
import type { FileText, OpenedFiles } from './opened'
import type { Sheet, SheetRow, Steps } from './sheet'

/** Columns that documents are shown in. Only the order may be mended: the rest is what the document says. */
export const DOCUMENT_HEADER = [
  'orderId',
  'invoiceNumber',
  'issuanceDate',
  'invoiceValue',
  'invoiceKey',
  'recipientId',
]
const MAPPING: OpenedFiles['mapping'] = [
  'orderId',
  'invoiceNumber',
  'issuanceDate',
  'invoiceValue',
  'invoiceKey',
  'recipientId',
]

/** Documents as rows, one each; the same document twice is one. */
export function* makeDocuments(
  files: readonly FileText[],
  leftOut: OpenedFiles['leftOut']
): Steps<OpenedFiles> {
  const rows: SheetRow[] = []
  const canceled = new Set<string>()
  const byKey = new Map<string, SheetRow>()

  for (let at = 0; at < files.length; at += 1) {
    const file = files[at]
    const { nfe, root, cancels } = readXml(file.text)

    cancels.forEach((key) => canceled.add(key))
    if (nfe === null)
      leftOut.push({ name: file.name, code: cancels.length > 0 ? 'CANCELLATION' : 'OTHER_FILE' })
    else {
      const before = byKey.get(nfe.key)

      if (before && nfe.key) {
        // The one with the tax office's protocol is the document; a bare one beside it is how it was before.
        if (root === 'nfeProc' && before.document && readXml(before.document).root !== 'nfeProc') {
          leftOut.push({ name: before.fileName || '', code: 'DOUBLE' })
          Object.assign(before, rowOf(file, nfe, at))
        } else leftOut.push({ name: file.name, code: 'DOUBLE' })
      } else {
        const row = rowOf(file, nfe, at)

        rows.push(row)
        byKey.set(nfe.key, row)
      }
    }
    yield { done: at + 1, total: files.length }
  }

  rows.forEach((row) => {
    if (canceled.has(keyOf(row))) row.isCanceled = true
  })
  const sheet: Sheet = { source: 'XML', header: DOCUMENT_HEADER, rows }

  return {
    sheet,
    mapping: MAPPING,
    leftOut,
  }
}

const keyOf = ({ cells }: SheetRow) => cells[DOCUMENT_HEADER.indexOf('invoiceKey')]

function rowOf({ name, text }: FileText, nfe: NfeFacts, at: number): SheetRow {
  return {
    at: at + 1,
    cells: ['', nfe.number, nfe.issued, nfe.value, nfe.key, nfe.recipientId],
    fileName: name.slice(name.lastIndexOf('/') + 1),
    document: text,
    references: referencesIn(nfe.orderTexts),
  }
}
