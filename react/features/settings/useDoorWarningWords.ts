import { useHasWords, useWords } from '../../shared/words/useWords'

/** What a box of the door's warnings says; one that this panel does not know is named by its code. */
export function useDoorWarningWords() {
  const words = useWords()
  const has = useHasWords()
  return (code: string) => (has(`doorAccepts.${code}`) ? words(`doorAccepts.${code}`) : code)
}
