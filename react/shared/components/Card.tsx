import React, { ReactNode, Ref } from 'react'
import { ErrorBoundary } from './ErrorBoundary'

interface Props {
  title?: ReactNode
  id?: string
  /** Quiet words on the title's right. */
  aside?: ReactNode
  headingRef?: Ref<HTMLHeadingElement>
  children: ReactNode
}

/** White on the grey ground, with an h2. A break inside stays inside. */
export function Card({ title, id, aside, headingRef, children }: Props) {
  const titleId = id && `${id}-title`
  return (
    <section
      id={id}
      aria-labelledby={title ? titleId : undefined}
      className="it-card bg-base ba b--muted-4 br3"
    >
      {title && (
        <div className="it-card__head">
          <h2
            id={titleId}
            ref={headingRef}
            tabIndex={-1}
            className="it-card__title t-heading-6 fw5 ma0"
          >
            {title}
          </h2>
          {aside && <div className="it-card__aside">{aside}</div>}
        </div>
      )}
      <ErrorBoundary>{children}</ErrorBoundary>
    </section>
  )
}
