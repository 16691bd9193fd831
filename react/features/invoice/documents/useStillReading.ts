import { useCallback, useEffect, useRef, useState } from 'react'

import { announce } from '../../../shared/components/StatusLine'
import { useWords } from '../../../shared/words/useWords'

/** Holds a press back while a file that was given is being read: what goes out without it is not what was meant. */
export function useStillReading(reading: string | null) {
  const words = useWords()
  const [isEarly, setEarly] = useState(false)
  const now = useRef(reading)

  now.current = reading
  useEffect(() => {
    if (reading === null) setEarly(false)
  }, [reading])

  // Asks the present: between a press and its send a file may have been given.
  const isStillReading = useCallback((): boolean => {
    const fileName = now.current

    if (fileName === null) return false
    setEarly(true)
    announce(words('invoice.still-reading', { fileName }))

    return true
  }, [words])

  return {
    isStillReading,
    /** The file for which a press was held back. */
    early: isEarly ? reading : null,
  }
}
