import { z } from 'zod'
import { SWITCHED_OFF, type ReadModel } from '../../../domain/readmodel/readModel'
import { Fault } from '../../../domain/problem/fault'
import type { ReadModelPort } from '../../../usecases/readmodel/ports'
import { orUnseen, readSurely } from '../creating'
import { changeSeeded, type SeededParts } from '../seeded'
import { storedMoment } from '../storedMoment'

const PATH = 'read-model.json'
const OPERATION = 'ReadModel'

const window = z.object({
  what: z.enum(['OPEN', 'ALL']),
  from: storedMoment,
  to: storedMoment,
  page: z.int().min(1),
})
const stored = z.object({
  isOn: z.boolean(),
  keepClosedDays: z.int(),
  fill: z.enum(['IDLE', 'FILLING', 'PAUSED', 'REMOVING', 'FAILED']),
  windows: z.array(window),
  filled: z.int(),
  toFill: z.int().nullable(),
  began: storedMoment.nullable(),
  filledAt: storedMoment.nullable(),
  listedUntil: storedMoment.nullable(),
  sweptAt: storedMoment.nullable(),
  nothingDueAt: storedMoment.nullable(),
  documents: z.int(),
  restsUntil: storedMoment.nullable(),
  emptySince: storedMoment.nullable(),
})

/** The read model's switch and progress: one small file under If-Match. */
export class ReadModelStore implements ReadModelPort {
  constructor(private readonly parts: SeededParts) {}

  async read(): Promise<ReadModel> {
    // Taken for off, what was just removed would be filled no more, and what is removed would stay.
    const file = await readSurely(this.parts.files, PATH, OPERATION)
    return file ? modelIn(file.data) : SWITCHED_OFF
  }

  async change(change: (newest: ReadModel) => ReadModel): Promise<ReadModel> {
    const changed: { to: ReadModel } = { to: SWITCHED_OFF }
    const saving = changeSeeded(this.parts, PATH, SWITCHED_OFF, (newest) => {
      const before = modelIn(newest)
      changed.to = change(before)
      return changed.to === before ? null : changed.to
    })
    await orUnseen(OPERATION, saving)
    return changed.to
  }
}

/** @errors Fault unreadable: taken for off, it would leave documents behind that nobody keeps */
function modelIn(data: unknown): ReadModel {
  const { success, data: model } = stored.safeParse(data)
  if (success) return model
  throw new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: OPERATION })
}
