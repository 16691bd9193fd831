import React, { ReactNode, useLayoutEffect, useRef } from 'react'
import { PanelLink } from '../navigation/usePanelNavigation'
import { useWords } from '../words/useWords'
import { PanelAnchor } from './PanelAnchor'

interface Props {
  /** "1–25 of about 41", and what else the page's end has to say. */
  children: ReactNode
  previous: PanelLink | null
  next: PanelLink | null
  sizes: Array<{ size: number; link: PanelLink; isCurrent: boolean }>
}

export function Pager({ children, previous, next, sizes }: Props) {
  const words = useWords()
  const moves = useRef<HTMLDivElement>(null)
  const ways = `${previous !== null} ${next !== null}`
  const known = useRef(ways)
  // At the first and the last page the link that led there is gone: the focus goes to the other one.
  useLayoutEffect(() => {
    if (known.current === ways) return
    known.current = ways
    const left = moves.current && moves.current.querySelector('a')
    if (left && document.activeElement === document.body) left.focus({ preventScroll: true })
  }, [ways])
  return (
    <nav aria-label={words('pager.label')} className="it-pager t-small">
      <div className="it-pager__range it-tabular">{children}</div>
      <div className="it-pager__sizes">
        {sizes.map(({ size, link, isCurrent }, position) => (
          <React.Fragment key={size}>
            {position > 0 && <span aria-hidden="true"> · </span>}
            {isCurrent ? (
              <b className="fw5 it-tabular" aria-current="true">
                {size}
              </b>
            ) : (
              <PanelAnchor link={link} label={words('pager.sizeLabel', { size })}>
                <span className="it-tabular">{size}</span>
              </PanelAnchor>
            )}
          </React.Fragment>
        ))}{' '}
        {words('pager.aPage')}
      </div>
      <div className="it-pager__moves" ref={moves}>
        {previous && <PanelAnchor link={previous}>{`‹ ${words('pager.previous')}`}</PanelAnchor>}
        {next && <PanelAnchor link={next}>{`${words('pager.next')} ›`}</PanelAnchor>}
      </div>
    </nav>
  )
}
