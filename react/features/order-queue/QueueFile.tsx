import React, { useEffect, useRef, useState } from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { FailureText } from '../../shared/components/FailureNotice'
import { announce } from '../../shared/components/StatusLine'
import { csvOf } from '../../shared/files/csv'
import { giveFile } from '../../shared/files/giveFile'
import { Failure } from '../../shared/graphql/failure'
import { OrdersQuery, OrdersQueryVariables } from '../../shared/graphql/generated'
import { usePanelRead } from '../../shared/graphql/usePanelRead'
import { QueueName } from '../../shared/navigation/urls'
import { useHasWords, useLanguage, useWords } from '../../shared/words/useWords'
import { AsOf } from './AsOf'
import ORDERS from './orders.graphql'
import { fileColumns, readWhole, ROWS_A_CALL, tableOf, Wording } from './wholeQueue'

interface Props {
  queue: QueueName
  /** What the rows on the screen were asked with. */
  variables: OrdersQueryVariables
  timeZone: string
}

type Reading =
  | { kind: 'IDLE' }
  | { kind: 'READING'; count: number; total: number | null }
  | { kind: 'FAILED'; failure: Failure }
  | { kind: 'SAVED'; count: number; unreadable: number; isComplete: boolean; asOf: string | null }

/** The whole queue as a file: sorted and filtered as it stands there, read page after page. */
export function QueueFile({ queue, variables, timeZone }: Props) {
  const words = useWords()
  const wording = useWording(timeZone)
  const read = usePanelRead<OrdersQuery, OrdersQueryVariables>(ORDERS)
  const [reading, setReading] = useState<Reading>({ kind: 'IDLE' })
  const run = useRef(0)
  // Another view of the queue, or the page was left: what still comes is no longer wanted.
  const asked = JSON.stringify({ ...variables, page: 1 })
  useEffect(
    () => () => {
      run.current += 1
      setReading({ kind: 'IDLE' })
    },
    [asked]
  )

  const stop = () => {
    run.current += 1
    setReading({ kind: 'IDLE' })
  }
  const save = async () => {
    run.current += 1
    const mine = run.current
    setReading({ kind: 'READING', count: 0, total: null })
    const found = await readWhole(
      (page) => read({ ...variables, fromDocuments: false, page, perPage: ROWS_A_CALL }),
      (count, total) => {
        if (run.current !== mine) return false
        setReading({ kind: 'READING', count, total })
        return true
      }
    )
    if (run.current !== mine || found === null) return
    if ('kind' in found) {
      setReading({ kind: 'FAILED', failure: found })
      return
    }
    const heads = fileColumns.map((name) => words(`file.${name}`))
    const day = new Date().toISOString().slice(0, 10)
    const name = `${words(`queue.${queue}`)} ${day}.csv`.replace(/\s+/g, '-').toLowerCase()
    giveFile(csvOf(tableOf(found, heads, wording)), 'text/csv', name)
    const unreadable = found.unreadable.length
    const count = found.rows.length + unreadable
    const { isComplete, asOf } = found
    setReading({ kind: 'SAVED', count, unreadable, isComplete, asOf })
    announce(words('file.saved', { count }))
  }

  return (
    <span className="it-file it-tabular t-small">
      {reading.kind === 'READING' ? (
        <>
          {reading.total === null
            ? words('file.reading', { count: reading.count })
            : words('file.readingOf', { count: reading.count, total: reading.total })}{' '}
          <LinkButton onClick={stop}>{words('run.stop')}</LinkButton>
        </>
      ) : (
        <LinkButton onClick={() => void save()}>{words('file.save')}</LinkButton>
      )}
      {reading.kind === 'FAILED' && (
        <>
          {' '}
          {words('file.failed')} <FailureText failure={reading.failure} />
        </>
      )}
      {reading.kind === 'SAVED' && (
        <>
          {' '}
          {words('file.saved', { count: reading.count })}
          {reading.asOf && <AsOf at={reading.asOf} />}
          {reading.unreadable > 0 &&
            ` · ${words('pager.unreadable', { count: reading.unreadable })}`}
          {!reading.isComplete && ` · ${words('file.cut')}`}
        </>
      )}
    </span>
  )
}

function useWording(timeZone: string): Wording {
  const words = useWords()
  const hasWords = useHasWords()
  const language = useLanguage()
  return {
    timeZone,
    stage: (stage) => words(`stage.${stage}`),
    attention: (code) =>
      hasWords(`attention.${code}`) ? words(`attention.${code}`) : words('attention.other'),
    unreadable: words('file.unreadable'),
    amount: (cents, decimals) =>
      new Intl.NumberFormat(language, {
        useGrouping: false,
        minimumFractionDigits: decimals,
        maximumFractionDigits: 2,
      }).format(cents / 100),
  }
}
