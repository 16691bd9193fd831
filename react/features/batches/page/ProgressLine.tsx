import React from 'react'

interface Props {
  /** Says the same in words. */
  children: string
  /** Null where nobody knows how much there is. */
  progress: { done: number; total: number } | null
}

export function ProgressLine({ children, progress }: Props) {
  const share = progress && progress.total > 0 ? (progress.done / progress.total) * 100 : null

  return (
    <div className="it-progress">
      <p className="ma0 mb2 t-small it-tabular">{children}</p>
      <div className="it-share" style={{ height: 8 }} aria-hidden="true">
        {share !== null && (
          <span className="it-share__now" style={{ width: `${Math.min(100, share)}%` }} />
        )}
      </div>
    </div>
  )
}
