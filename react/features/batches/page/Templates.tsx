import React from 'react'
import { LinkButton } from '../../../shared/components/ActionButton'
import { useLanguage, useWords } from '../../../shared/words/useWords'
import { readersClient } from '../desk/readersClient'
import { saveTable } from './saveFile'
import { TEMPLATES, templateRows } from './templateRows'
import type { Template } from './templateRows'

/** Files to fill in: workbooks, whose cells stay text, so that no key is shortened while it is typed. */
export function Templates() {
  const words = useWords()
  const language = useLanguage()
  const save = async (template: Template) => {
    const readers = readersClient()
    const name = words(`batches.template.${template}`)

    await readers.ask({ kind: 'TABLE_ROWS', rows: templateRows(template, words, language) })
    await saveTable(readers, 'XLSX', name)
    readers.end()
  }

  return (
    <p className="ma0 t-small it-batch-templates">
      <span>{words('batches.templates')}</span>
      {TEMPLATES.map((template) => (
        <LinkButton key={template} onClick={() => void save(template)}>
          {words(`batches.template.${template}`)}
        </LinkButton>
      ))}
    </p>
  )
}
