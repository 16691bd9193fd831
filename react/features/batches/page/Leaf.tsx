import React from 'react'
import { LinkButton } from '../../../shared/components/ActionButton'
import { useWords } from '../../../shared/words/useWords'

interface Props {
  offset: number
  shown: number
  total: number
  perPage: number
  onMove: (offset: number) => void
}

/** Leafs through rows that stand on this page. */
export function Leaf({ offset, shown, total, perPage, onMove }: Props) {
  const words = useWords()

  if (total === 0) return null

  return (
    <nav className="it-pager t-small" aria-label={words('pager.label')}>
      <span className="it-tabular">
        {words('pager.rangeWhole', { first: offset + 1, last: offset + shown, total })}
      </span>
      <span className="it-pager__moves">
        {offset > 0 && (
          <LinkButton onClick={() => onMove(Math.max(0, offset - perPage))}>
            {`‹ ${words('pager.previous')}`}
          </LinkButton>
        )}
        {offset + shown < total && (
          <LinkButton onClick={() => onMove(offset + perPage)}>
            {`${words('pager.next')} ›`}
          </LinkButton>
        )}
      </span>
    </nav>
  )
}
