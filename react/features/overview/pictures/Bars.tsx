import React from 'react'
import { useRuntime } from 'vtex.render-runtime'
import { LinkButton } from '../../../shared/components/ActionButton'
import { PanelAnchor } from '../../../shared/components/PanelAnchor'
import { placeOf } from '../../../shared/navigation/placeOf'
import { useWords } from '../../../shared/words/useWords'
import { givePictureFile } from './givePictureFile'
import { PictureFrame } from './Picture'
import { useNumberWords } from './useNumberWords'

export interface Bar {
  label: string
  /** 0 and above. */
  value: number
  /** Quiet words behind the number. */
  note?: string
  href?: string
}

interface Props {
  title: string
  rows: Bar[]
  /** Heads of the table: what the labels are, what the numbers are. */
  columns: [string, string]
}

/**
 * Horizontal bars. They stand in the table itself, open to everybody: a link in a drawing that is hidden from screen
 * readers would be a stop of the keyboard that says nothing.
 */
export function Bars({ title, rows, columns }: Props) {
  const words = useWords()
  const format = useNumberWords()
  const max = rows.reduce((most, row) => Math.max(most, row.value), 0)
  if (rows.length === 0)
    return (
      <PictureFrame title={title}>
        <p className="it-picture__empty t-small">{words('overview.picture.empty')}</p>
      </PictureFrame>
    )
  const save = () => {
    const hasNotes = rows.some((row) => row.note !== undefined)
    givePictureFile(title, [
      hasNotes ? [...columns, words('overview.picture.note')] : columns,
      ...rows.map(({ label, value, note = '' }) => {
        const cells = [label, format.fileNumber(value)]
        return hasNotes ? [...cells, note] : cells
      }),
    ])
  }
  return (
    <PictureFrame title={title}>
      <table className="it-bars t-small">
        <caption className="it-clip">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns[0]}</th>
            <th scope="col">{columns[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Two names may be alike: a carrier and a marketplace, or two that are cut.
            <tr key={`${row.label} ${at}`}>
              <th scope="row" className="it-bars__label">
                <BarLabel label={row.label} href={row.href} />
              </th>
              <td>
                <div className="it-bars__value">
                  <svg
                    role="img"
                    aria-hidden="true"
                    focusable="false"
                    viewBox="0 0 100 12"
                    preserveAspectRatio="none"
                    className="it-bars__bar"
                  >
                    <rect
                      width={max > 0 ? (Math.max(0, row.value) / max) * 100 : 0}
                      height={12}
                      className="it-bars__fill"
                    />
                  </svg>
                  <span className="it-bars__number it-tabular">
                    {format.number(row.value)}
                    {row.note !== undefined && <span> · {row.note}</span>}
                  </span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="it-picture__actions t-small">
        <LinkButton label={words('overview.picture.csvOf', { title })} onClick={save}>
          {words('overview.picture.csv')}
        </LinkButton>
      </div>
    </PictureFrame>
  )
}

function BarLabel({ label, href }: { label: string; href?: string }) {
  const { navigate } = useRuntime()
  if (href === undefined) return <>{label}</>
  const place = placeOf(href)
  if (!place)
    return (
      <a href={href} className="it-link">
        {label}
      </a>
    )
  return <PanelAnchor link={{ href, go: () => navigate(place) }}>{label}</PanelAnchor>
}
