import React, { ReactNode } from 'react'

/** One sentence, what would be here, one link. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="it-empty">
      <p className="it-empty__words ma0">{children}</p>
      {action && <p className="ma0 mt4">{action}</p>}
    </div>
  )
}
