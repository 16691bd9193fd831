import React, { useState } from 'react'
import { TextField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'
import { patternOf, samplesIn } from './patternOf'

interface Props {
  id: string
  onPattern: (pattern: string) => void
}

/** Two numbers of a carrier make its pattern: nobody in a shop writes regular expressions. */
export function Samples({ id, onPattern }: Props) {
  const words = useWords()
  const [text, setText] = useState('')
  const numbers = samplesIn(text).filter(Boolean)
  const areTwo = numbers.length > 1
  const pattern = areTwo ? patternOf(numbers[0], numbers[1]) : null

  const change = (next: string) => {
    setText(next)
    const [one, other] = samplesIn(next)
    const found = one && other ? patternOf(one, other) : null
    if (found) onPattern(found)
  }

  return (
    <TextField
      id={id}
      label={words('settings.samples')}
      value={text}
      onChange={change}
      hint={numbers.length === 1 ? words('settings.samplesTwo') : undefined}
      problem={areTwo && pattern === null ? words('settings.samplesDiffer') : undefined}
    />
  )
}
