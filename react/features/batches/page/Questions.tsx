import React from 'react'
import { SelectField } from '../../../shared/components/TextField'
import { useWords } from '../../../shared/words/useWords'
import type { Question, Summary } from '../desk/messages'
import type { FileActs } from '../desk/useFileDesk'

interface Props {
  summary: Summary
  isLocked: boolean
  onMap: FileActs['map']
}

const NAMES: Record<string, string> = {
  DAY_FIRST: 'DAY_FIRST',
  MONTH_FIRST: 'MONTH_FIRST',
  ',': 'comma',
  '.': 'point',
}

/** Columns that can be read in two ways: nothing is guessed, a person says it once. */
export function Questions({ summary, isLocked, onMap }: Props) {
  const words = useWords()
  const { questions, header, mapping, said } = summary
  const answersOf = ({ kind }: Question): string[] =>
    kind === 'DATE' ? ['DAY_FIRST', 'MONTH_FIRST'] : [',', '.']
  const say = ({ field, kind }: Question, answer: string) => {
    const value = kind === 'DATE' ? { dayOrder: answer } : { decimal: answer }

    onMap(mapping, { ...said, [field]: { ...said[field], ...value } } as Summary['said'])
  }

  return (
    <>
      {questions.map((question) => (
        <SelectField
          key={question.column}
          id={`batch-question-${question.column}`}
          label={words('batches.question', {
            heading: header[question.column],
            example: question.example,
          })}
          value=""
          options={[
            { value: '', label: words('batches.choose') },
            ...answersOf(question).map((answer) => ({
              value: answer,
              label: words(`batches.answer.${NAMES[answer]}`),
            })),
          ]}
          isReadOnly={isLocked}
          onChange={(answer) => say(question, answer)}
        />
      ))}
    </>
  )
}
