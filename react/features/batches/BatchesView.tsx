import React, { useEffect, useState } from 'react'
import { useRuntime } from 'vtex.render-runtime'
import { Notice } from '../../shared/components/Notice'
import { PageFrame } from '../../shared/components/PageFrame'
import { PanelAnchor } from '../../shared/components/PanelAnchor'
import { ScreenHeader } from '../../shared/components/ScreenHeader'
import { SendsSummary } from '../../shared/components/SendsSummary'
import { announce } from '../../shared/components/StatusLine'
import { ZoneLine } from '../../shared/components/ZoneLine'
import { handedFiles } from '../../shared/files/handedFiles'
import { learnAccountZone } from '../../shared/format/zone'
import type { BatchesViewerQuery } from '../../shared/graphql/generated'
import { usePanelQuery } from '../../shared/graphql/usePanelQuery'
import { firstQueueState } from '../../shared/navigation/urls'
import { usePanelNavigation } from '../../shared/navigation/usePanelNavigation'
import { queueMemory } from '../../shared/sending/queueMemory'
import { useWords } from '../../shared/words/useWords'
import { BatchView } from './batch/BatchView'
import './batches.global.css'
import type { FileState } from './desk/fileState'
import { useFileDesk } from './desk/useFileDesk'
import { BatchList } from './list/BatchList'
import { FileCard } from './page/FileCard'
import { FileDrop } from './page/FileDrop'
import { ProgressLine } from './page/ProgressLine'
import { useFaultWords } from './page/useFaultWords'
import VIEWER from './page/viewer.graphql'

const noVariables = {}

/** The page of batches: a file in hand or the place for one, the list, or one batch. */
export function BatchesView() {
  const words = useWords()
  const { query } = useRuntime()
  const { toQueue, toBatches } = usePanelNavigation()
  const { file, acts } = useFileDesk()
  const viewer = usePanelQuery<BatchesViewerQuery, Record<string, never>>(VIEWER, {
    variables: noVariables,
  })
  const rights = viewer.data ? viewer.data.viewer : { canInvoice: true, canReturn: true }
  const timeZone = viewer.data && viewer.data.viewer.timeZone
  const batchId = query.batch || ''
  const [memory] = useState(queueMemory.get)
  const back = memory ? memory.state : firstQueueState

  useEffect(() => learnAccountZone(timeZone, 'account'), [timeZone])
  useFileWords(file)
  // Dropped on a queue. Dates are read in the account's zone, which has to be known first.
  const isZoneKnown = viewer.data !== null
  const { take: read } = acts

  useEffect(() => {
    if (!isZoneKnown) return
    const handed = handedFiles.take()

    if (handed.length > 0 && rights.canInvoice) read(handed)
  }, [isZoneKnown, rights.canInvoice, read])

  const take = (files: File[]) => {
    acts.take(files)
    if (batchId) toBatches().go()
  }
  const send = async (isRehearsal: boolean) => {
    const made = await acts.send(isRehearsal)

    if (made) toBatches({ batch: made }).go()
  }
  const header = (
    <ScreenHeader
      title={words('batches.title')}
      above={
        batchId ? (
          <PanelAnchor link={toBatches()}>{`‹ ${words('batches.list')}`}</PanelAnchor>
        ) : (
          <PanelAnchor link={toQueue(back)}>{`‹ ${words(`queue.${back.queue}`)}`}</PanelAnchor>
        )
      }
      aside={
        <>
          <SendsSummary />
          <ZoneLine />
        </>
      }
    />
  )

  return (
    <PageFrame
      header={header}
      skip={{ label: words('list.skip'), targetId: 'batches' }}
      onFiles={rights.canInvoice ? take : undefined}
    >
      <div id="batches" className="it-batches">
        {batchId ? (
          <BatchView
            key={batchId}
            batchId={batchId}
            maySend={rights.canInvoice}
            onRemoved={() => toBatches().go()}
            onSent={(sent) => toBatches({ batch: sent }).go()}
          />
        ) : (
          <>
            {rights.canInvoice ? (
              <FileInHand file={file} acts={acts} rights={rights} onFiles={take} onSend={send} />
            ) : (
              <Notice tone="info">{words('batches.no-right')}</Notice>
            )}
            <BatchList />
          </>
        )}
      </div>
    </PageFrame>
  )
}

type Desk = ReturnType<typeof useFileDesk>

interface FileInHandProps extends Desk {
  rights: { canInvoice: boolean; canReturn: boolean }
  onFiles: (files: File[]) => void
  onSend: (isRehearsal: boolean) => Promise<void>
}

function FileInHand({ file, acts, rights, onFiles, onSend }: FileInHandProps) {
  const words = useWords()
  const { refusalWords } = useFaultWords()

  if (file.kind === 'OPEN') {
    return <FileCard file={file} acts={acts} rights={rights} onSend={(is) => void onSend(is)} />
  }

  return (
    <section className="it-card bg-base ba b--muted-4 br3" aria-label={words('batches.files')}>
      {file.kind === 'REFUSED' && (
        <Notice tone="wrong">{`${file.name}: ${refusalWords(file.code, file.facts)}`}</Notice>
      )}
      {file.kind === 'READING' && (
        <ProgressLine progress={file.progress}>
          {words('invoice.reading', { fileName: file.name })}
        </ProgressLine>
      )}
      <FileDrop isReading={file.kind === 'READING'} onFiles={onFiles} />
    </section>
  )
}

/** Says what became of a file: once when it can be sent or not, and when it is none. */
function useFileWords(file: FileState) {
  const words = useWords()
  const { refusalWords } = useFaultWords()
  const sentence =
    file.kind === 'REFUSED'
      ? refusalWords(file.code, file.facts)
      : file.kind === 'OPEN' && file.work.kind === 'IDLE'
        ? words('batches.found', {
            ready: file.summary.states.READY,
            rows: file.summary.rows,
            behind: file.summary.rows - file.summary.states.READY,
          })
        : null

  useEffect(() => {
    if (sentence) announce(sentence)
  }, [sentence])
}
