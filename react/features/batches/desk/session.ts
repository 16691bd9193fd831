import { FIELDS, headingSet, KIND_OF } from '../files/columns'
import type { Field } from '../files/columns'
import type { Said } from '../files/evidence'
import { gather } from '../files/gather'
import type { Draft, Reading } from '../files/gather'
import { judge, registersInvoice } from '../files/judge'
import type { OpenedFiles } from '../files/opened'
import { readFiles } from '../files/readFiles'
import { rowInput } from '../files/rowInput'
import { csvOf } from '../../../shared/files/csv'
import { xlsxOf } from '../files/writeTable'
import { strToU8 } from 'fflate'
import type { Steps } from '../files/sheet'
import { askedOf, drawn, stateOf } from './matching'
import type { Known } from './matching'
import { placedDrafts } from './placing'
import type { Answers, Match, Question, Request, RowState, Summary } from './messages'
import { linesOf, shownRow } from './shown'

/** One file in hand: what was read, what people said of it, and what was found for it. */
interface Held extends Known {
  opened: OpenedFiles
  said: Partial<Record<Field, Said>>
  zone: string
  reading: Reading
  /** Rows of the batch that it was sent in, by their numbers; null before that. */
  sent: Draft[] | null
}

const MOST_SHOWN = 500

/** The readers' side of the page: answers one request after the other, in steps that can be interrupted. */
export function createSession() {
  let held: Held | null = null
  let table: string[][] = []

  function* read(
    now: Omit<Held, 'reading' | 'sent'>,
    before: Reading | null = null
  ): Steps<Summary> {
    const { sheet, mapping } = now.opened
    const reading = yield* gather(sheet, mapping, now.said, now.zone, before)

    yield* judge(reading, sheet)
    held = { ...now, reading, sent: null }

    return summaryOf(held)
  }

  return function* answer(request: Request): Steps<Answers[Request['kind']]> {
    if (request.kind === 'OPEN') {
      held = null
      const opened = yield* readFiles(request.files)

      return yield* read({
        opened,
        said: {},
        zone: request.zone,
        matches: new Map<string, Match>(),
        chosen: new Map<number, string>(),
      })
    }
    if (request.kind === 'TABLE_ROWS') {
      table.push(...request.rows)

      return null
    }
    if (request.kind === 'TABLE_FILE') {
      const rows = table

      table = []

      return request.format === 'XLSX' ? xlsxOf(rows) : strToU8(csvOf(rows))
    }
    if (!held) throw new Error('no file is open')
    const now: Held = held
    const { sheet } = now.opened
    const { drafts } = now.reading

    switch (request.kind) {
      case 'MAP':
        return yield* read({
          ...now,
          opened: { ...now.opened, mapping: request.mapping },
          said: request.said,
        })
      case 'MEND': {
        const row = sheet.rows[request.row]

        while (row.cells.length <= request.column) row.cells.push('')
        row.cells[request.column] = request.text.trim()
        // What was typed is text, whatever the workbook held before.
        if (row.kinds) delete row.kinds[request.column]
        delete now.reading.cells[request.row]

        return yield* read(now, now.reading)
      }
      case 'ASK':
        return askedOf(drafts, now, request.most)
      case 'LEARN':
        request.matches.forEach(({ key, match }) => now.matches.set(key, match))

        return summaryOf(now)
      case 'CHOOSE':
        now.chosen.set(request.row, request.orderId)

        return summaryOf(now)
      case 'ROWS': {
        const wanted = drafts.filter((draft) => isWanted(stateOf(draft, now), request.only))
        const limit = Math.min(request.limit, MOST_SHOWN)
        const page = wanted.slice(request.offset, request.offset + limit)

        return {
          rows: page.map((draft) => shownRow(draft, sheet, now)),
          offset: request.offset,
          total: wanted.length,
        }
      }
      case 'INPUTS': {
        const ready = request.only ? narrowed(now, request.only) : readyOf(now)
        const rows: Answers['INPUTS']['rows'] = []
        let bytes = 0

        for (const draft of ready.slice(request.offset, request.offset + request.mostRows)) {
          const { orderId, invoiceNumber } = drawn(draft, now)
          const input = rowInput(draft, orderId as string, invoiceNumber, sheet)

          // Letters of two bytes are few, and the limit leaves room for them.
          bytes += JSON.stringify(input).length
          if (rows.length > 0 && bytes > request.mostBytes) break
          rows.push(input)
        }

        return { rows, total: ready.length }
      }
      case 'PLACE': {
        now.sent = placedDrafts(request.rows, drafts, sheet)
        // What the batch was sent to holds, however its order was found then.
        if (now.sent) {
          request.rows.forEach(({ row, orderId }) => {
            now.chosen.set((now.sent as Draft[])[row].rows[0], orderId)
          })
        }

        return now.sent !== null
      }
      case 'NARROW':
        now.sent = narrowed(now, request.only)

        return null
      case 'SHEET':
        return {
          rows: linesOf(
            sheet,
            drafts,
            now.sent ?? readyOf(now),
            now,
            request.offset,
            request.limit
          ),
          total: sheet.rows.length,
        }
    }
  }
}

function isWanted(state: RowState, only: 'ALL' | 'WRONG' | 'READY'): boolean {
  if (only === 'ALL') return true
  if (only === 'READY') return state === 'READY'

  return state === 'WRONG' || state === 'NO_ORDER' || state === 'SEVERAL_ORDERS'
}

const readyOf = (now: Held): Draft[] =>
  now.reading.drafts.filter((draft) => stateOf(draft, now) === 'READY')

/** Of the rows of a batch that was sent, those of these numbers that the file can give again. */
const narrowed = (now: Held, only: readonly number[]): Draft[] => {
  const sent = now.sent ?? readyOf(now)

  return only
    .map((row) => sent[row])
    .filter((draft) => draft !== undefined && stateOf(draft, now) === 'READY')
}

function summaryOf(now: Held): Summary {
  const { opened, reading, said } = now
  const { sheet, mapping, leftOut } = opened
  const states: Summary['states'] = {
    READY: 0,
    WAITING: 0,
    WRONG: 0,
    NO_ORDER: 0,
    SEVERAL_ORDERS: 0,
  }
  let invoices = 0
  let returns = 0

  reading.drafts.forEach((draft) => {
    const state = stateOf(draft, now)

    states[state] += 1
    if (state === 'READY' && registersInvoice(draft)) {
      invoices += 1
      if (draft.values.type === 'INPUT') returns += 1
    }
  })

  return {
    source: sheet.source,
    sheetName: sheet.name ?? null,
    notRead: sheet.notRead ?? [],
    header: sheet.header,
    fields: FIELDS,
    mapping,
    examples: sheet.header.map((_, column) => exampleOf(now, column)),
    headingSet: headingSet(sheet.header),
    said,
    questions: reading.evidence
      .filter(({ question }) => question !== null)
      .map(({ field, column, question }): Question => ({
        field,
        kind: KIND_OF[field],
        column,
        example: question as string,
      })),
    leftOut,
    sheetRows: sheet.rows.length,
    rows: reading.drafts.length,
    states,
    invoices,
    returns,
  }
}

const EXAMPLES_AMONG = 50
const LONGEST_EXAMPLE = 60

function exampleOf({ opened }: Held, column: number): string {
  const row = opened.sheet.rows.slice(0, EXAMPLES_AMONG).find(({ cells }) => cells[column])

  return row ? row.cells[column].slice(0, LONGEST_EXAMPLE) : ''
}
