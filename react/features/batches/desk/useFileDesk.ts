import { useMemo } from 'react'
import { usePanelZone } from '../../../shared/format/zone'
import { usePanelRead } from '../../../shared/graphql/usePanelRead'
import { useStore } from '../../../shared/sending/store'
import type { Mapping } from '../files/columns'
import { fileDesk } from './fileDesk'
import type { Calls } from './fileDesk'
import MATCH from './matchOrders.graphql'
import type { Summary } from './messages'
import { useSendCalls } from './useSendCalls'

/** The file in hand, and what can be done with it. It outlives the page: what is being sent goes on. */
export function useFileDesk() {
  const file = useStore(fileDesk.store)
  const { timeZone } = usePanelZone()
  const match: Calls['match'] = usePanelRead(MATCH)
  const sending = useSendCalls()
  const acts = useMemo(() => {
    const calls: Calls = { match, ...sending }

    return {
      take: (files: File[]) => void fileDesk.take(files, timeZone, calls),
      map: (mapping: Mapping, said: Summary['said']) => void fileDesk.map(mapping, said, calls),
      mend: (row: number, column: number, text: string) =>
        void fileDesk.mend(row, column, text, calls),
      choose: (row: number, orderId: string) => void fileDesk.choose(row, orderId, calls),
      findAgain: () => void fileDesk.findAgain(calls),
      send: (isRehearsal: boolean) => fileDesk.send(isRehearsal, calls),
      close: fileDesk.close,
    }
  }, [match, sending, timeZone])

  return { file, acts }
}

export type FileActs = ReturnType<typeof useFileDesk>['acts']
