import React, { ReactNode } from 'react'

export interface FigureColumn<R> {
  id: string
  title: string
  isNumber?: boolean
  cell: (row: R) => ReactNode
}

interface Props<R> {
  caption: string
  /** The first names the row. */
  columns: Array<FigureColumn<R>>
  rows: readonly R[]
  keyOf: (row: R) => string
}

/** Numbers by name. Not the queue's DataTable: shared, that would make the pages of daily work heavier. */
export function Figures<R>({ caption, columns, rows, keyOf }: Props<R>) {
  const cellClass = (isNumber?: boolean) =>
    `it-table__cell${isNumber ? ' it-table__cell--number it-tabular' : ''}`
  return (
    <table className="it-table t-small">
      <caption className="it-clip">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, title, isNumber }) => (
            <th key={id} scope="col" className={cellClass(isNumber)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className="it-table__row">
            {columns.map(({ id, cell, isNumber }, at) =>
              at === 0 ? (
                <th key={id} scope="row" className={cellClass(isNumber)}>
                  {cell(row)}
                </th>
              ) : (
                <td key={id} className={cellClass(isNumber)}>
                  {cell(row)}
                </td>
              )
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
