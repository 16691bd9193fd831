import { useCallback, useState } from 'react'

import type {
  ReadFiscalDocumentQuery,
  ReadFiscalDocumentQueryVariables,
} from '../../../shared/graphql/generated'
import { nextTurn } from '../../../shared/graphql/turns'
import { usePanelRead } from '../../../shared/graphql/usePanelRead'
import type { Order, Problem } from '../../../shared/order/orderTypes'
import { useProblemWords } from '../../../shared/words/useProblemWords'
import { useWords } from '../../../shared/words/useWords'
import { otherDocument } from './documentKind'
import type { OtherDocument } from './documentKind'
import type { InvoiceDocument } from '../invoiceDraft'
import READ_FISCAL_DOCUMENT from './readFiscalDocument.graphql'
import { readText } from './readFile'

/** What the service takes in one call, with room for the rest of it. */
const LARGEST = 2 * 1024 * 1024

const UNREADABLE = ['XML_UNREADABLE', 'XML_UNSAFE']

const OTHER_WORDS: Record<OtherDocument, string> = {
  TRANSPORT: 'invoice.other-transport',
  MANIFEST: 'invoice.other-manifest',
  EVENT: 'invoice.other-event',
  SUMMARY: 'invoice.other-summary',
  SERVICE: 'invoice.other-service',
  UNKNOWN: 'invoice.other-unknown',
}

const tooLarge = {
  code: 'XML_UNSAFE',
  severity: 'ERROR',
  field: ['invoice', 'embeddedInvoice'],
  message: 'The file is too large.',
  facts: [],
  differences: [],
} as unknown as Problem

/** One handful of files, by the one that is being read. */
interface Reading {
  id: number
  name: string
}

export interface Documents {
  /** Name of a file that is being read; null once all that were given are. */
  reading: string | null
  /** Sentences on the files that were put away again. */
  refusals: string[]
  read: (files: readonly File[]) => Promise<InvoiceDocument[]>
  forget: () => void
}

/** Reads dropped files: those that are no invoice are put away again, each with its sentence. */
export function useDocuments(order: Order): Documents {
  const words = useWords()
  const { textOf } = useProblemWords({ currency: order.currency, timeZone: order.timeZone })
  const [underWay, setUnderWay] = useState<readonly Reading[]>([])
  const [refusals, setRefusals] = useState<string[]>([])
  const ask = usePanelRead<ReadFiscalDocumentQuery, ReadFiscalDocumentQueryVariables>(
    READ_FISCAL_DOCUMENT
  )

  const readOne = useCallback(
    async (file: File): Promise<InvoiceDocument | string> => {
      const fileName = file.name

      if (file.size > LARGEST) return `${fileName}: ${textOf(tooLarge)}`
      let xml: string

      try {
        xml = await readText(file)
      } catch (error) {
        return words('invoice.no-file-text', { fileName })
      }
      const answer = await ask({ xml })

      if (!answer.ok) {
        const { failure } = answer
        const reason =
          failure.kind === 'REFUSED'
            ? textOf(failure.problem)
            : words(failure.kind === 'NETWORK' ? 'failure.network' : 'failure.faultUnnamed')

        return words('invoice.read-failed', { fileName, reason })
      }
      const read = answer.data.readFiscalDocument
      const broken = read.problems.find((problem) => UNREADABLE.includes(problem.code))

      if (broken) return `${fileName}: ${textOf(broken)}`
      const other = otherDocument(read)

      if (other) return words(OTHER_WORDS[other], { fileName, root: read.rootElement || '?' })

      return { fileName, xml, read }
    },
    [ask, textOf, words]
  )

  const read = useCallback(
    async (files: readonly File[]) => {
      const found: InvoiceDocument[] = []
      const refused: string[] = []
      const reading = { id: nextTurn() }
      const without = (all: readonly Reading[]) => all.filter(({ id }) => id !== reading.id)

      setRefusals([])
      for (const file of files) {
        const { name } = file

        setUnderWay((all) => [...without(all), { ...reading, name }])
        const one = await readOne(file)

        if (typeof one === 'string') refused.push(one)
        else found.push(one)
      }
      setUnderWay(without)
      setRefusals(refused)

      return found
    },
    [readOne]
  )

  const reading = underWay.length > 0 ? underWay[0].name : null

  return { reading, refusals, read, forget: useCallback(() => setRefusals([]), []) }
}
