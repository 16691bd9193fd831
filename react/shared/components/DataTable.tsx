import React, { KeyboardEvent, ReactNode } from 'react'

export interface Column<R> {
  id: string
  title: ReactNode
  /** Numbers stand right. */
  isNumber?: boolean
  /** Gone inside .it-list--medium, where another column takes its content in. */
  isWide?: boolean
  width?: string
  cell: (row: R) => ReactNode
}

interface Props<R> {
  caption: string
  columns: Array<Column<R>>
  rows: R[]
  keyOf: (row: R) => string
  /** Replaces the cells of a row that has nothing else to say. */
  wholeRow?: (row: R) => ReactNode | null
  rowClass?: (row: R) => string
  onRowClick?: (row: R) => void
  onKeyDown?: (event: KeyboardEvent<HTMLTableElement>) => void
  isBusy?: boolean
  /** Its heads stay in sight while its rows are scrolled through: nothing around it may scroll by itself. */
  isLong?: boolean
}

const isControl = (target: EventTarget) =>
  target instanceof Element && Boolean(target.closest('a, button, input, label, select, textarea'))

/** A table with real heads; rows can be clicked anywhere, though only their own controls are tab stops. */
export function DataTable<R>(props: Props<R>) {
  const {
    caption,
    columns,
    rows,
    keyOf,
    wholeRow,
    rowClass,
    onRowClick,
    onKeyDown,
    isBusy,
    isLong,
  } = props
  const cellClass = ({ isNumber, isWide, id }: Column<R>) =>
    `it-table__cell it-table__cell--${id}${isNumber ? ' it-table__cell--number it-tabular' : ''}${
      isWide ? ' it-table__cell--wide' : ''
    }`
  return (
    <table
      className={`it-table t-small${isLong ? ' it-table--long' : ''}`}
      aria-busy={isBusy || undefined}
      onKeyDown={onKeyDown}
    >
      <caption className="it-clip">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={cellClass(column)}
              style={{ width: column.width }}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const whole = wholeRow ? wholeRow(row) : null
          return (
            <tr
              key={keyOf(row)}
              className={`it-table__row ${rowClass ? rowClass(row) : ''}`}
              onClick={(event) => {
                if (onRowClick && !whole && !isControl(event.target) && !getSelectionText())
                  onRowClick(row)
              }}
            >
              {whole ? (
                <td colSpan={columns.length} className="it-table__cell it-table__cell--whole">
                  {whole}
                </td>
              ) : (
                columns.map((column) => (
                  <td key={column.id} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ))
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A person who marks text to copy it opens nothing. */
function getSelectionText(): string {
  const selection = window.getSelection()
  return selection ? selection.toString() : ''
}
