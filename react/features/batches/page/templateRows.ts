import type { Words } from '../../../shared/words/useWords'
import type { Field } from '../files/columns'

/** Files to fill in, by what is told in them. */
export const TEMPLATES = ['INVOICES', 'TRACKING', 'STATUS'] as const
export type Template = (typeof TEMPLATES)[number]

const COLUMNS: Record<Template, Field[]> = {
  INVOICES: [
    'orderId',
    'invoiceNumber',
    'issuanceDate',
    'invoiceValue',
    'invoiceKey',
    'courier',
    'trackingNumber',
  ],
  TRACKING: [
    'orderId',
    'invoiceNumber',
    'courier',
    'trackingNumber',
    'trackingUrl',
    'dispatchedDate',
  ],
  STATUS: [
    'orderId',
    'invoiceNumber',
    'eventDate',
    'eventDescription',
    'eventCity',
    'eventState',
    'deliveredDate',
  ],
}

/** An order that no store has, as are all of these. */
const ORDER = '0000000000000-01'
const OTHER_ORDER = '0000000000001-01'

/** Headings in the admin's language, and two rows or three that show how each column is written. */
export function templateRows(template: Template, words: Words, language: string): string[][] {
  const on = (day: number, time = '') =>
    `${language.startsWith('en') ? `2026-03-${day}` : `${day}/03/2026`}${time && ` ${time}`}`
  const amount = (value: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 2, useGrouping: false }).format(value)
  const rows: Record<Template, string[][]> = {
    INVOICES: [
      [
        ORDER,
        '4521',
        on(21),
        amount(249.9),
        '35260311222333000181550010000045211000045215',
        'Correios',
        'AA123456785BR',
      ],
      [OTHER_ORDER, '4522', on(21, '14:05'), amount(1249), '', '', ''],
    ],
    TRACKING: [
      [ORDER, '4521', 'Correios', 'AA123456785BR', '', on(22)],
      [OTHER_ORDER, '4522', 'Loggi', 'LG987654', 'https://example.com/LG987654', ''],
    ],
    STATUS: [
      [ORDER, '4521', on(22, '09:30'), words('batches.template.posted'), 'São Paulo', 'SP', ''],
      [ORDER, '4521', on(24, '16:10'), words('batches.template.handed-over'), 'Recife', 'PE', ''],
      [OTHER_ORDER, '4522', '', '', '', '', on(25)],
    ],
  }

  return [COLUMNS[template].map((field) => words(`batches.field.${field}`)), ...rows[template]]
}
