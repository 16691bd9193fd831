import React, { useRef, useState } from 'react'
import { LinkButton } from '../../../shared/components/ActionButton'
import { announce } from '../../../shared/components/StatusLine'
import { usePanelZone } from '../../../shared/format/zone'
import type { BatchRowsQuery, BatchRowsQueryVariables } from '../../../shared/graphql/generated'
import { usePanelRead } from '../../../shared/graphql/usePanelRead'
import { useWords } from '../../../shared/words/useWords'
import { batchFile } from '../desk/batchFile'
import { useFaultWords } from '../page/useFaultWords'
import type { Batch } from './batchModel'
import ROWS from './batchRows.graphql'
import { allRows } from './resultFile'

/** A batch whose file this page does not have: neither the service nor the browser keeps it, so it is asked for again. */
export function FileAgain({ batch }: { batch: Batch }) {
  const words = useWords()
  const { refusalWords } = useFaultWords()
  const { timeZone } = usePanelZone()
  const read = usePanelRead<BatchRowsQuery, BatchRowsQueryVariables>(ROWS)
  const chooser = useRef<HTMLInputElement>(null)
  const [isReading, setReading] = useState(false)
  const [stop, setStop] = useState('')
  const take = async (files: File[]) => {
    if (files.length === 0 || isReading) return
    setReading(true)
    setStop('')
    const rows = await allRows(batch.batchId, read)
    const refused = rows && (await batchFile.giveBack(batch.batchId, files, timeZone, rows))

    if (rows && !refused) {
      announce(words('batches.file-again.taken'))

      return
    }
    const sentence = refused
      ? refusalWords(refused.code, refused.facts)
      : words('batches.result.failed')

    setReading(false)
    setStop(sentence)
    announce(sentence)
  }

  return (
    <p className="ma0 mb4 t-small">
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        aria-label={words('batches.file-again.choose', { name: batch.name })}
        onChange={(event) => {
          const files = Array.from(event.target.files || [])

          event.target.value = ''
          void take(files)
        }}
      />
      {words('batches.file-again')}{' '}
      <LinkButton onClick={() => chooser.current && chooser.current.click()}>
        {words('batches.file-again.choose', { name: batch.name })}
      </LinkButton>
      {stop && <span className="it-batch-stop"> {stop}</span>}
    </p>
  )
}
