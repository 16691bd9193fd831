import React, { useState } from 'react'
import { Badge } from '../../../shared/components/Badge'
import { SelectField, TextField } from '../../../shared/components/TextField'
import { formatAmount } from '../../../shared/format/money'
import { useLanguage, useWords } from '../../../shared/words/useWords'
import type { FileActs } from '../desk/useFileDesk'
import type { ShownFault, ShownRow } from '../desk/messages'
import { useFaultWords } from './useFaultWords'

interface Props {
  row: ShownRow
  isLocked: boolean
  acts: Pick<FileActs, 'mend' | 'choose'>
}

/** One row of the batch to be: for which order, what goes, and what is wrong with it. */
export function FileRow({ row, isLocked, acts }: Props) {
  const words = useWords()
  const { faultWords } = useFaultWords()
  const language = useLanguage()
  const amount = (cents: number) => formatAmount(cents, language)
  const what = [
    row.invoiceNumber && words('object.invoice', { number: row.invoiceNumber }),
    row.value !== null && amount(row.value),
    row.tracking,
    row.events > 0 && words('batches.events', { count: row.events }),
    row.isDelivered && words('stage.DELIVERED'),
  ].filter(Boolean)
  const isOpen = row.state !== 'READY'
  const isFile = /\D/.test(row.at)

  return (
    <li className="it-batch-row">
      <div className="it-batch-row__head">
        <span className="t-small c-muted-1 it-batch-row__at">
          {isFile ? row.at : words('batches.row', { row: row.at })}
        </span>
        {row.orderId && <b className="fw5 it-tabular">{row.orderId}</b>}
        {what.length > 0 && <span className="t-small it-tabular">{what.join(' · ')}</span>}
        <span className="it-batch-row__state">
          <Badge tone={row.state === 'READY' ? 'done' : row.state === 'WAITING' ? 'quiet' : 'look'}>
            {words(`batches.state.${row.state}`)}
          </Badge>
          {row.by && row.by !== 'ORDER_ID' && (
            <span className="t-small"> {words(`batches.by.${row.by}`)}</span>
          )}
        </span>
      </div>
      {(isOpen || row.faults.length > 0) && (
        <div className="it-batch-row__faults">
          {row.faults.map((fault, at) =>
            fault.column !== null && fault.stops ? (
              <Mend
                key={`${fault.row} ${fault.column} ${fault.code} ${fault.text}`}
                fault={fault}
                isLocked={isLocked}
                onMend={acts.mend}
              />
            ) : (
              <p key={at} className="ma0 t-small">
                {faultWords(fault.code, fault.facts)}
              </p>
            )
          )}
          {row.candidates.length > 0 && row.state === 'SEVERAL_ORDERS' && (
            <SelectField
              id={`batch-order-${row.row}`}
              label={words('batches.which-order', { row: row.at })}
              value=""
              isReadOnly={isLocked}
              options={[
                { value: '', label: words('batches.choose') },
                ...row.candidates.map((candidate) => ({
                  value: candidate.orderId,
                  label: [
                    candidate.orderId,
                    candidate.customerName,
                    amount(candidate.value),
                    candidate.creationDate.slice(0, 10),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                })),
              ]}
              onChange={(orderId) => orderId && acts.choose(row.row, orderId)}
            />
          )}
        </div>
      )}
    </li>
  )
}

interface MendProps {
  fault: ShownFault
  isLocked: boolean
  onMend: FileActs['mend']
}

/** A cell as it stands in the file; what is typed over it is read like the rest of its column. */
function Mend({ fault, isLocked, onMend }: MendProps) {
  const words = useWords()
  const { faultWords } = useFaultWords()
  const [text, setText] = useState(fault.text)
  const mend = () => {
    if (text.trim() !== fault.text && fault.column !== null) onMend(fault.row, fault.column, text)
  }

  return (
    <TextField
      id={`batch-cell-${fault.row}-${fault.column}-${fault.code}`}
      label={
        /\D/.test(fault.at)
          ? words('batches.cell-of-file', { heading: fault.heading })
          : words('batches.cell', { heading: fault.heading, row: fault.at })
      }
      value={text}
      isReadOnly={isLocked}
      problem={faultWords(fault.code, fault.facts)}
      onChange={setText}
      onBlur={mend}
      onEnter={mend}
    />
  )
}
