import { useCallback } from 'react'
import { useHasWords, useWords } from '../../shared/words/useWords'

interface Named {
  name: string
  title: string
}

/** Words about a connection. One that is newer than this panel is called as the service calls it, and has no more. */
export function useConnectionWords() {
  const words = useWords()
  const has = useHasWords()
  const titleOf = useCallback(
    ({ name, title }: Named) =>
      has(`connections.title.${name}`) ? words(`connections.title.${name}`) : title,
    [words, has]
  )
  const setupOf = useCallback(
    ({ name }: Pick<Named, 'name'>) =>
      has(`connections.setup.${name}`) ? words(`connections.setup.${name}`) : null,
    [words, has]
  )
  const limitsOf = useCallback(
    ({ name }: Pick<Named, 'name'>) =>
      has(`connections.limits.${name}`) ? words(`connections.limits.${name}`) : null,
    [words, has]
  )

  return { titleOf, setupOf, limitsOf }
}
