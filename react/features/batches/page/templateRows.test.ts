import { TextDecoder as NodeTextDecoder } from 'util'
import { readFileSync } from 'fs'
import { join } from 'path'
import { FIELDS, fieldOf } from '../files/columns'
import { rowInput } from '../files/rowInput'
import { csvOf } from '../../../shared/files/csv'
import { xlsxOf } from '../files/writeTable'
import { fileOf, open, read } from '../testing/files'
import { templateRows } from './templateRows'
import type { Template } from './templateRows'

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder: NodeTextDecoder })
})

const messages = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(join(__dirname, '../../../../messages', `${language}.json`), 'utf8')
  ) as Record<string, string>
const wordsOf = (language: string) => (key: string) =>
  messages(language)[`admin/invoice-tracking.${key}`]

test.each(['en', 'pt', 'es'])('whatever the page calls a column is read as it (%s)', (language) => {
  const words = wordsOf(language)

  expect(FIELDS.filter((field) => fieldOf(words(`batches.field.${field}`)) !== field)).toEqual([])
})

const KEY = '35260311222333000181550010000045211000045215'
const ROWS: Record<Template, Array<Record<string, unknown>>> = {
  INVOICES: [
    {
      invoice: {
        invoiceNumber: '4521',
        issuanceDate: '2026-03-21T00:00:00-03:00',
        invoiceValue: 24990,
        invoiceKey: KEY,
      },
      tracking: { trackingNumber: 'AA123456785BR', courier: 'Correios' },
    },
    {
      invoice: {
        invoiceNumber: '4522',
        issuanceDate: '2026-03-21T14:05:00-03:00',
        invoiceValue: 124900,
      },
    },
  ],
  TRACKING: [
    {
      invoiceNumber: '4521',
      tracking: {
        trackingNumber: 'AA123456785BR',
        courier: 'Correios',
        dispatchedDate: '2026-03-22T00:00:00-03:00',
      },
    },
    {
      invoiceNumber: '4522',
      tracking: {
        trackingNumber: 'LG987654',
        trackingUrl: 'https://example.com/LG987654',
        courier: 'Loggi',
      },
    },
  ],
  STATUS: [
    {
      invoiceNumber: '4521',
      status: {
        isDelivered: false,
        events: [
          expect.objectContaining({
            date: '2026-03-22T09:30:00-03:00',
            city: 'São Paulo',
            state: 'SP',
          }),
          expect.objectContaining({ date: '2026-03-24T16:10:00-03:00' }),
        ],
      },
    },
    {
      invoiceNumber: '4522',
      status: { isDelivered: true, deliveredDate: '2026-03-25T00:00:00-03:00' },
    },
  ],
}

describe.each(['en-US', 'pt-BR', 'es-AR'])('a template in %s', (language) => {
  test.each(Object.keys(ROWS) as Template[])(
    'of %s reads back as the rows that it shows',
    (template) => {
      const rows = templateRows(template, wordsOf(language.slice(0, 2)), language)

      for (const file of [fileOf('a.xlsx', xlsxOf(rows)), fileOf('a.csv', csvOf(rows))]) {
        const opened = open(file)
        const { drafts } = read(opened)

        expect(drafts.map(({ faults }) => faults)).toEqual(drafts.map(() => []))
        expect(
          drafts.map((draft) => rowInput(draft, draft.references[0], null, opened.sheet).fulfill)
        ).toEqual(ROWS[template])
      }
    }
  )
})
