import React, { useState } from 'react'

import { LinkButton } from '../../shared/components/ActionButton'
import { TextField } from '../../shared/components/TextField'
import { toldByTick, useTick } from '../../shared/components/useTick'
import { Units } from '../../shared/components/Units'
import type { OrderItem } from '../../shared/order/orderTypes'
import { useWords } from '../../shared/words/useWords'
import { setUnits, takeAll, takeNone, unitsOf } from './invoiceDraft'
import type { Covers as CoversChoice, OpenLine } from './invoiceDraft'
import { linePlace } from './problemPlaces'
import type { InvoiceFormState } from './useInvoiceForm'
import type { ProblemsAt } from './useProblemsAt'

const SHOWN = 20
const SEARCHABLE = 50

interface Props {
  state: InvoiceFormState
  at: ProblemsAt
}

/** Everything, by items, or by value: what is covered, never remembered from one order to the next. */
export function Covers({ state, at }: Props) {
  const words = useWords()
  const { draft, change, type, isLocked, leave } = state
  const choices: Array<{ value: CoversChoice; label: string; hint?: string }> = [
    {
      value: 'EVERYTHING',
      label: words(
        type === 'INPUT' ? 'invoice.covers-everything-return' : 'invoice.covers-everything'
      ),
    },
    {
      value: 'ITEMS',
      label: words('invoice.covers-items'),
      hint: words('invoice.covers-items-hint'),
    },
    {
      value: 'VALUE',
      label: words('invoice.covers-value'),
      hint: words('invoice.covers-value-hint'),
    },
  ]
  const holder = useTick<HTMLFieldSetElement>(({ value }) => {
    const found = choices.find((choice) => choice.value === value)

    if (found && found.value !== draft.covers) change({ ...draft, covers: found.value })
  })
  const chosen = choices.find((choice) => choice.value === draft.covers)

  return (
    <div>
      <fieldset ref={holder} className="it-covers" disabled={isLocked}>
        <legend className="it-covers__legend t-small">{words('invoice.covers')}</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className="it-covers__choice t-small">
            <input
              type="radio"
              name="invoice-covers"
              value={value}
              checked={draft.covers === value}
              aria-describedby={chosen?.hint ? 'invoice-covers-hint' : undefined}
              onChange={toldByTick}
              onBlur={() => leave('covers')}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {chosen?.hint && (
        <p id="invoice-covers-hint" className="ma0 t-small c-muted-1">
          {chosen.hint}
        </p>
      )}
      {at.node('covers')}
      {draft.covers === 'ITEMS' && <Lines state={state} at={at} />}
    </div>
  )
}

function matches(item: OrderItem, search: string): boolean {
  const text = search.trim().toLowerCase()

  return [item.name, item.id, item.refId, item.ean].some((part) =>
    (part || '').toLowerCase().includes(text)
  )
}

/** Units a line; lines with nothing left are counted and not shown. */
function Lines({ state, at }: Props) {
  const words = useWords()
  const { order, draft, change, lines, type, isLocked } = state
  const [isWhole, setWhole] = useState(false)
  const [search, setSearch] = useState('')
  const itemOf = new Map(order.items.map((item) => [item.itemIndex, item] as const))
  const found = search
    ? lines.filter((line) => {
        const item = itemOf.get(line.itemIndex)

        return item ? matches(item, search) : false
      })
    : lines
  const shown = isWhole || search ? found : found.slice(0, SHOWN)
  // What a change took away whole is neither open nor done.
  const done = order.items.filter(
    (item) => item.remainingQuantity === 0 && item.invoicedQuantity > 0
  ).length

  return (
    <div
      className="it-lines"
      role="group"
      aria-label={words(type === 'INPUT' ? 'invoice.items-return' : 'invoice.items')}
    >
      <div className="it-lines__head t-small">
        {lines.length > SEARCHABLE && (
          <TextField
            id="invoice-lines-search"
            label={words('order.items-search')}
            value={search}
            onChange={setSearch}
            type="search"
            width="short"
          />
        )}
        {!isLocked && (
          <span className="it-lines__all">
            <LinkButton onClick={() => change(takeAll(draft))}>{words('invoice.all')}</LinkButton>
            <span aria-hidden="true"> · </span>
            <LinkButton onClick={() => change(takeNone(draft, lines))}>
              {words('invoice.none')}
            </LinkButton>
          </span>
        )}
      </div>
      {shown.map((line) => (
        <Line
          key={line.itemIndex}
          line={line}
          item={itemOf.get(line.itemIndex)}
          state={state}
          at={at}
        />
      ))}
      {shown.length < found.length && (
        <LinkButton onClick={() => setWhole(true)}>
          {words('order.items-all', { count: found.length })}
        </LinkButton>
      )}
      {type === 'OUTPUT' && done > 0 && (
        <p className="ma0 mt3 t-small c-muted-1">{words('invoice.lines-done', { count: done })}</p>
      )}
    </div>
  )
}

interface LineProps extends Props {
  line: OpenLine
  item: OrderItem | undefined
}

function Line({ line, item, state, at }: LineProps) {
  const words = useWords()
  const { type, draft, change, preview, format, isLocked } = state
  const place = linePlace(line.itemIndex)
  const id = `invoice-${place}`
  const problem = at.node(place)
  const covered = preview?.items.find((one) => one.itemIndex === line.itemIndex)
  const name = item ? item.name : String(line.itemIndex + 1)

  return (
    <div className="it-line">
      <div className="it-line__name t-small">
        {name}
        <span className="it-line__sku">
          {' · '}
          {words('order.sku', { id: item ? item.id : '' })}
          {item?.isGift && ` · ${words('order.gift')}`}
        </span>
      </div>
      <div className="it-line__units t-small">
        <Units
          id={id}
          name={name}
          value={unitsOf(draft, line)}
          max={line.open}
          onChange={(quantity) => change(setUnits(draft, line.itemIndex, quantity))}
          isReadOnly={isLocked}
          describedBy={problem ? `${id}-problem` : undefined}
          isInvalid={at.isInvalid(place)}
        />
        <span className="it-tabular">
          {type === 'OUTPUT' && item && item.removedQuantity > 0
            ? words('invoice.of-removed', { count: line.open, removed: item.removedQuantity })
            : words('invoice.of', { count: line.open })}
        </span>
      </div>
      <div className="it-line__amount it-tabular t-small">
        {covered && covered.price != null && unitsOf(draft, line) === covered.quantity
          ? format.money(covered.price * covered.quantity)
          : ''}
      </div>
      {problem && (
        <div id={`${id}-problem`} className="it-field__problem t-small it-line__problem">
          {problem}
        </div>
      )}
    </div>
  )
}
