import React from 'react'

import type { Send } from '../sending/sends'
import { useWords } from '../words/useWords'
import { useSecondsUntil } from './useSecondsUntil'

/** In the place of a send's button while VTEX has no room for it: nothing is in the air, and nothing is to be done. */
export function WaitingLine({ send }: { send: Pick<Send, 'waitsUntil'> }) {
  const words = useWords()
  const seconds = useSecondsUntil(send.waitsUntil)

  return <p className="ma0 t-small it-tabular">{words('result.waiting', { seconds })}</p>
}
