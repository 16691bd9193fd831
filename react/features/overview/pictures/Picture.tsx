import React, { ReactNode, useState } from 'react'
import { IconCaretDown, IconCaretRight } from 'vtex.styleguide'
import { LinkButton } from '../../../shared/components/ActionButton'
import { useWords } from '../../../shared/words/useWords'
import { Figures } from '../Figures'
import { givePictureFile } from './givePictureFile'
import './pictures.global.css'

export interface PictureRow {
  key: string
  /** As people read it, one a head. */
  cells: string[]
  /** The same for the file: days as yyyy-MM-dd, numbers without grouping. */
  file: string[]
}

interface Props {
  title: string
  heads: Array<{ title: string; isNumber?: boolean }>
  rows: PictureRow[]
  /** Stands in the picture's place where there is nothing to draw. */
  emptyWords: string | null
  children: ReactNode
}

let made = 0

/**
 * A drawing with its title, its numbers as a table and as a file. Screen readers have the table always: the drawing is
 * hidden from them. Others open it by its button.
 */
export function Picture({ title, heads, rows, emptyWords, children }: Props) {
  const words = useWords()
  const [id] = useState(() => {
    made += 1
    return `it-picture-${made}`
  })
  const [isOpen, setOpen] = useState(false)
  if (emptyWords !== null)
    return (
      <PictureFrame title={title}>
        <p className="it-picture__empty t-small">{emptyWords}</p>
      </PictureFrame>
    )
  return (
    <PictureFrame title={title}>
      {children}
      <div className="it-picture__actions t-small">
        <button
          type="button"
          className="it-link"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={words('overview.picture.tableOf', { title })}
          onClick={() => setOpen(!isOpen)}
        >
          <span aria-hidden="true">
            {isOpen ? <IconCaretDown size={10} /> : <IconCaretRight size={10} />}
          </span>{' '}
          {words('overview.picture.table')}
        </button>
        <LinkButton
          label={words('overview.picture.csvOf', { title })}
          onClick={() =>
            givePictureFile(title, [
              heads.map((head) => head.title),
              ...rows.map((row) => row.file),
            ])
          }
        >
          {words('overview.picture.csv')}
        </LinkButton>
      </div>
      <div
        id={id}
        className={isOpen ? 'it-picture__table' : 'it-clip'}
        // A box that scrolls is reached by keyboard, and says what it is.
        {...(isOpen ? { role: 'region', 'aria-label': title, tabIndex: 0 } : {})}
      >
        <Figures
          caption={title}
          columns={heads.map((head, at) => ({
            id: `picture-${at}`,
            title: head.title,
            isNumber: head.isNumber,
            cell: (row: PictureRow) => row.cells[at],
          }))}
          rows={rows}
          keyOf={(row) => row.key}
        />
      </div>
    </PictureFrame>
  )
}

export function PictureFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <figure className="it-picture ma0">
      <figcaption>
        <h2 className="it-card__title t-heading-6 fw5 ma0">{title}</h2>
      </figcaption>
      {children}
    </figure>
  )
}
