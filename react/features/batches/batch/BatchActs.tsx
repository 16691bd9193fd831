import React, { useState } from 'react'
import {
  LinkButton,
  PrimaryButton,
  SecondaryButton,
  TertiaryButton,
} from '../../../shared/components/ActionButton'
import { Dialog } from '../../../shared/components/Dialog'
import { useWords } from '../../../shared/words/useWords'
import type { BatchFile } from '../desk/batchFile'
import { actsOf, countOf, sendable, WORTH_RETRYING } from './batchModel'
import type { Act, Batch } from './batchModel'
import type { Accepting } from './useAccepting'
import type { BatchReading } from './useBatch'
import { useResultFile } from './useResultFile'

interface Props {
  batch: Batch
  file: BatchFile | null
  reading: BatchReading
  accepting: Accepting
  maySend: boolean
}

/** What can be done now; the likeliest is the primary button. */
export function BatchActs({ batch, file, reading, accepting, maySend }: Props) {
  const words = useWords()
  const [asksRemoval, askRemoval] = useState(false)
  const result = useResultFile(batch, file)
  const own = actsOf(batch, maySend)
  // With warnings accepted the rows go in a batch of their own.
  const isAgain = maySend && accepting.count > 0
  const acts: Act[] = isAgain && !own.includes('SEND') ? ['SEND', ...own] : own
  const counts: Partial<Record<Act, number>> = {
    SEND: isAgain ? accepting.count : sendable(batch),
    REHEARSE: batch.rowCount,
    RETRY: countOf(batch, ...WORTH_RETRYING),
  }
  const hasEnds = batch.pending < batch.rowCount

  return (
    <div className="it-batch-acts">
      {acts
        .filter((act) => act !== 'REMOVE')
        .map((act, at) => {
          const Button = at === 0 && act !== 'PAUSE' ? PrimaryButton : SecondaryButton

          return (
            <Button
              key={act}
              isLoading={reading.doing === act || (act === 'SEND' && accepting.isSending)}
              onClick={() => (isAgain && act === 'SEND' ? accepting.send() : void reading.run(act))}
            >
              {words(`batches.act.${act}`, { count: counts[act] || 0 })}
            </Button>
          )
        })}
      {hasEnds && (
        <SecondaryButton isLoading={result.isSaving} onClick={result.save}>
          {words('batches.result.save')}
        </SecondaryButton>
      )}
      {acts.includes('REMOVE') && (
        <LinkButton onClick={() => askRemoval(true)}>{words('batches.act.REMOVE')}</LinkButton>
      )}
      {result.hasFailed && <span className="t-small">{words('batches.result.failed')}</span>}
      {asksRemoval && (
        <Dialog
          id="batch-removal"
          title={words('batches.remove.title')}
          onCancel={() => askRemoval(false)}
          actions={
            <>
              <TertiaryButton onClick={() => askRemoval(false)}>{words('cancel')}</TertiaryButton>
              <PrimaryButton
                onClick={() => {
                  askRemoval(false)
                  void reading.run('REMOVE')
                }}
              >
                {words('batches.act.REMOVE')}
              </PrimaryButton>
            </>
          }
        >
          {words('batches.remove.body')}
        </Dialog>
      )}
    </div>
  )
}
