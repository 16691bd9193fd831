import { FRESH_LEDGER, type PaceLedger } from '../../domain/batch/pace'
import type { LedgerPort } from '../../usecases/batch/ports'
import { orUnseen } from './creating'
import { changeSeeded, type SeededParts } from './seeded'

const PATH = 'pace.json'

/** The moments at which OMS may be read, for all lanes of all batches: one small file under If-Match. */
export class LedgerStore implements LedgerPort {
  constructor(private readonly parts: SeededParts) {}

  async read(): Promise<PaceLedger> {
    return ledgerIn((await this.parts.files.read(PATH))?.data)
  }

  async change<T>(
    change: (ledger: PaceLedger) => { readonly ledger: PaceLedger; readonly value: T }
  ): Promise<T> {
    const decided: { value?: T } = {}
    const saving = changeSeeded(this.parts, PATH, FRESH_LEDGER, (newest) => {
      const { ledger, value } = change(ledgerIn(newest))
      // A save that committed although it was answered as failed costs some moments, and they are few.
      decided.value = value
      return ledger
    })
    await orUnseen('Ledger', saving)
    return decided.value as T
  }
}

/** What cannot be read is begun anew: it holds the pace and nothing else. */
function ledgerIn(data: unknown): PaceLedger {
  const found = (data ?? {}) as Partial<PaceLedger>
  const number = (name: keyof PaceLedger): number =>
    Number.isFinite(found[name]) ? found[name]! : FRESH_LEDGER[name]
  return {
    nextAt: number('nextAt'),
    pace: number('pace'),
    cutAt: number('cutAt'),
    resumeAt: number('resumeAt'),
  }
}
