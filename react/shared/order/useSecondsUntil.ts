import { useEffect, useState } from 'react'

/** A countdown; all that count to one moment change in the same instant. Null counts nothing and is 0. */
export function useSecondsUntil(moment: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  const left = moment === null ? 0 : Math.max(0, moment - now)

  useEffect(() => {
    if (moment === null) return undefined
    setNow(Date.now())
    let timer = 0
    const wait = () => {
      const rest = moment - Date.now()

      if (rest <= 0) return
      timer = window.setTimeout(
        () => {
          setNow(Date.now())
          wait()
        },
        (rest % 1000) + 1
      )
    }

    wait()

    return () => clearTimeout(timer)
  }, [moment])

  return Math.ceil(left / 1000)
}
