import React, { useRef } from 'react'
import { SecondaryButton } from '../../../shared/components/ActionButton'
import { useWords } from '../../../shared/words/useWords'
import { Templates } from './Templates'

interface Props {
  isReading: boolean
  onFiles: (files: File[]) => void
}

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xlsm,.xml,.zip,.edi,text/csv,text/xml,application/zip'

/** Where files are dropped or chosen. What misses it is taken by the page's frame. */
export function FileDrop({ isReading, onFiles }: Props) {
  const words = useWords()
  const chooser = useRef<HTMLInputElement>(null)

  return (
    <div className="it-batch-drop">
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={words('batches.files')}
        onChange={(event) => {
          const files = Array.from(event.target.files || [])

          // The same file chosen again is a choice too.
          event.target.value = ''
          onFiles(files)
        }}
      />
      <p className="ma0">{words('batches.drop')}</p>
      <p className="ma0 t-small c-muted-1">{words('batches.drop-kinds')}</p>
      {!isReading && (
        <SecondaryButton size="small" onClick={() => chooser.current && chooser.current.click()}>
          {words('invoice.choose-files')}
        </SecondaryButton>
      )}
      {!isReading && <Templates />}
    </div>
  )
}
