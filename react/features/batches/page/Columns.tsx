import React from 'react'
import { Disclosure } from '../../../shared/components/Disclosure'
import { SelectField } from '../../../shared/components/TextField'
import { useWords } from '../../../shared/words/useWords'
import type { FileActs } from '../desk/useFileDesk'
import type { Summary } from '../desk/messages'
import { mappedAs } from './mappedAs'

interface Props {
  summary: Summary
  isLocked: boolean
  onMap: FileActs['map']
}

/** What each column is read as; what was said is remembered for files with these headings. */
export function Columns({ summary, isLocked, onMap }: Props) {
  const words = useWords()
  const { header, mapping, fields, examples, said } = summary
  const read = mapping.filter((field) => field !== null).length
  const options = [
    { value: '', label: words('batches.column.unread') },
    ...fields.map((field) => ({ value: field as string, label: words(`batches.field.${field}`) })),
  ]

  return (
    <Disclosure
      id="batch-columns"
      title={words('batches.columns', { read, count: header.length })}
      isOpenAtFirst={read < 2}
    >
      <p className="t-small c-muted-1 ma0 mb3">{words('batches.columns-hint')}</p>
      <div className="it-batch-columns">
        {header.map((heading, column) => (
          <SelectField
            key={column}
            id={`batch-column-${column}`}
            label={heading || words('batches.column.unnamed', { number: column + 1 })}
            hint={examples[column]}
            value={mapping[column] || ''}
            options={options}
            isReadOnly={isLocked}
            onChange={(field) => onMap(mappedAs(mapping, column, field), said)}
          />
        ))}
      </div>
    </Disclosure>
  )
}
