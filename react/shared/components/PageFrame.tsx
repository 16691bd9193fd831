import React, { ReactNode, useEffect, useRef } from 'react'
import { Layout } from 'vtex.styleguide'
import { drafts } from '../sending/drafts'
import { warnsOnLeave } from '../sending/sends'
import { ErrorBoundary } from './ErrorBoundary'
import { focusFirstControl } from './focusFirstControl'
import { OfflineLine } from './OfflineLine'
import { SessionDialog } from './SessionDialog'
import { StatusLine } from './StatusLine'
import './panel.global.css'
import './marks.global.css'
import './fields.global.css'
import './list.global.css'
import './overlays.global.css'

interface Props {
  header: ReactNode
  children: ReactNode
  /** "To the list", "To the form": the first stop of Tab. */
  skip: { label: string; targetId: string }
  /** Files that were dropped beside every place for them. */
  onFiles?: (files: File[]) => void
}

/** What every page of the panel stands in: styles, live regions, the session's dialog, the leave warning. */
export function PageFrame({ header, children, skip, onFiles }: Props) {
  const takeFiles = useRef(onFiles)

  takeFiles.current = onFiles
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!warnsOnLeave() && !drafts.any()) return
      event.preventDefault()
      event.returnValue = ''
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  // A file that misses its card must not open in the place of the page, with all that is typed there.
  useEffect(() => {
    const keep = (event: DragEvent) => {
      const { dataTransfer } = event
      if (!dataTransfer || !Array.from(dataTransfer.types).includes('Files')) return
      const isMissed = !event.defaultPrevented
      // Without an effect the browser would not even tell of the drop.
      if (isMissed) dataTransfer.dropEffect = takeFiles.current ? 'copy' : 'none'
      event.preventDefault()
      if (isMissed && event.type === 'drop' && takeFiles.current)
        takeFiles.current(Array.from(dataTransfer.files))
    }
    window.addEventListener('dragover', keep)
    window.addEventListener('drop', keep)
    return () => {
      window.removeEventListener('dragover', keep)
      window.removeEventListener('drop', keep)
    }
  }, [])

  return (
    <div className="invoice-tracking c-on-base">
      <button type="button" className="it-skip" onClick={() => focusFirstControl(skip.targetId)}>
        {skip.label}
      </button>
      <StatusLine />
      <SessionDialog />
      <Layout
        fullWidth
        pageHeader={
          <>
            <OfflineLine />
            {header}
          </>
        }
      >
        <div className="it-main">
          <ErrorBoundary>{children}</ErrorBoundary>
        </div>
      </Layout>
    </div>
  )
}
