import React, { Ref } from 'react'
import { IconClear, IconSearch } from 'vtex.styleguide'
import { useWords } from '../words/useWords'
import { TextField } from './TextField'
import { FieldFrame } from './Field'

interface Props extends FieldFrame {
  value: string
  onChange: (value: string) => void
  onSearch: () => void
  onClear: () => void
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
}

/** A search box whose lens and cross are buttons with names. */
export function SearchField({ onSearch, onClear, ...field }: Props) {
  const words = useWords()
  return (
    <TextField
      {...field}
      type="search"
      inputMode="search"
      onEnter={onSearch}
      suffix={
        <>
          {field.value !== '' && (
            <button
              type="button"
              className="it-frame__button"
              aria-label={words('search.clear')}
              onClick={onClear}
            >
              <IconClear size={14} />
            </button>
          )}
          <button
            type="button"
            className="it-frame__button"
            aria-label={words('search.go')}
            onClick={onSearch}
          >
            <IconSearch size={14} />
          </button>
        </>
      }
    />
  )
}
