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
import { cancelledKeys } from './cancellations'
import { isUnread, otherDocument } from './documentKind'
import type { OtherDocument } from './documentKind'
import type { InvoiceDocument } from '../invoiceDraft'
import READ_FISCAL_DOCUMENT from './readFiscalDocument.graphql'
import { fileKind } from '../../../shared/files/fileKind'
import type { FileKind } from '../../../shared/files/fileKind'
import { decodeXml, readBytes } from '../../../shared/files/readFile'

/** What the service takes in one call, with room for the rest of it. */
const LARGEST = 2 * 1024 * 1024

const UNREADABLE = ['XML_UNREADABLE', 'XML_UNSAFE']

const OTHER_WORDS: Record<OtherDocument, string> = {
  TRANSPORT: 'invoice.other-transport',
  MANIFEST: 'invoice.other-manifest',
  EVENT: 'invoice.other-event',
  SUMMARY: 'invoice.other-summary',
  CANCELLATION: 'invoice.other-cancellation',
  PAGE: 'invoice.other-unknown',
}

const FILE_WORDS: Record<FileKind, string> = {
  PDF: 'invoice.file-pdf',
  ZIP: 'invoice.file-zip',
  SHEET: 'invoice.file-sheet',
  PICTURE: 'invoice.file-picture',
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

/** What a handful of files came to. */
export interface ReadFiles {
  found: InvoiceDocument[]
  /** Keys of documents that some of them cancel. */
  cancels: string[]
}

/** A file that is put away again, and what it tells of others. */
interface Refused {
  sentence: string
  cancels?: readonly string[]
}

export interface Documents {
  /** Name of a file that is being read; null once all that were given are. */
  reading: string | null
  /** Sentences on the files that were put away again. */
  refusals: string[]
  read: (files: readonly File[]) => Promise<ReadFiles>
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
    async (file: File, isAlone: boolean): Promise<InvoiceDocument | Refused> => {
      const fileName = file.name

      let xml: string

      try {
        const bytes = await readBytes(file)
        const kind = fileKind(bytes, fileName)

        if (kind) return { sentence: words(FILE_WORDS[kind], { fileName }) }
        if (file.size > LARGEST) return { sentence: `${fileName}: ${textOf(tooLarge)}` }
        xml = decodeXml(bytes)
      } catch (error) {
        return { sentence: words('invoice.no-file-text', { fileName }) }
      }
      const answer = await ask({ xml })

      if (!answer.ok) {
        const { failure } = answer
        const reason =
          failure.kind === 'REFUSED'
            ? textOf(failure.problem)
            : words(failure.kind === 'NETWORK' ? 'failure.network' : 'failure.faultUnnamed')

        return { sentence: words('invoice.read-failed', { fileName, reason }) }
      }
      const read = answer.data.readFiscalDocument
      const broken = read.problems.find((problem) => UNREADABLE.includes(problem.code))

      if (broken) return { sentence: `${fileName}: ${textOf(broken)}` }
      const other = otherDocument(read)

      if (other) {
        const root = read.rootElement || '?'

        return { sentence: words(OTHER_WORDS[other], { fileName, root }), cancels: read.cancels }
      }
      // In a list nobody can type what it does not say.
      if (!isAlone && isUnread(read)) {
        return { sentence: words('invoice.unread-among-others', { fileName }) }
      }

      return { fileName, xml, read }
    },
    [ask, textOf, words]
  )

  const read = useCallback(
    async (files: readonly File[]) => {
      const found: InvoiceDocument[] = []
      const refused: Refused[] = []
      const reading = { id: nextTurn() }
      const without = (all: readonly Reading[]) => all.filter(({ id }) => id !== reading.id)

      setRefusals([])
      for (const file of files) {
        const { name } = file

        setUnderWay((all) => [...without(all), { ...reading, name }])
        const one = await readOne(file, files.length === 1)

        if ('sentence' in one) refused.push(one)
        else found.push(one)
      }
      setUnderWay(without)
      setRefusals(refused.map(({ sentence }) => sentence))
      const cancels = cancelledKeys([...refused, ...found.map((one) => one.read)])

      return { found, cancels }
    },
    [readOne]
  )

  const reading = underWay.length > 0 ? underWay[0].name : null

  return { reading, refusals, read, forget: useCallback(() => setRefusals([]), []) }
}
