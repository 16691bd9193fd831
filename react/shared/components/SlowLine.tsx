import React, { useState } from 'react'
import { useWords } from '../words/useWords'
import { LinkButton } from './ActionButton'
import { useLater } from './Skeleton'

/** After 3 s "VTEX is slow, still loading"; after 10 s the choice to wait on or to stop. Mount it while something loads. */
export function SlowLine({ onStop }: { onStop?: () => void }) {
  const words = useWords()
  const [waitsOn, setWaitsOn] = useState(0)
  const isSlow = useLater(3000)
  const isVerySlow = useLater(10000, waitsOn)
  if (!isSlow) return null
  return (
    <p className="it-slow t-small ma0">
      {words('slow.line')}{' '}
      {isVerySlow && onStop && (
        <>
          <LinkButton onClick={() => setWaitsOn(waitsOn + 1)}>
            {words('slow.keepWaiting')}
          </LinkButton>
          {' · '}
          <LinkButton onClick={onStop}>{words('slow.stop')}</LinkButton>
        </>
      )}
    </p>
  )
}
