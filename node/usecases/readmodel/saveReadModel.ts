import { isFault, type Fault } from '../../domain/problem/fault'
import type { Problem } from '../../domain/problem/problem'
import { problem } from '../../domain/problem/problems'
import {
  KEEP_CLOSED_DAYS,
  removing,
  switchedOff,
  switchedOn,
  type ReadModel,
} from '../../domain/readmodel/readModel'
import type { ReadModelPorts } from './ports'

export interface ReadModelChange {
  readonly isOn: boolean
  readonly keepClosedDays: number
}

export interface ReadModelResult {
  readonly readModel: ReadModel | null
  readonly problems: readonly Problem[]
}

/**
 * Switches the read model on or off. On: Master Data takes its documents from then on, and it fills by itself. Off:
 * documents stay, and nobody reads or writes them.
 * @errors Fault VBASE
 */
export async function saveReadModel(
  ports: ReadModelPorts,
  { isOn, keepClosedDays }: ReadModelChange
): Promise<ReadModelResult> {
  const { documents, readModel, clock, log } = ports
  const { least, most } = KEEP_CLOSED_DAYS
  if (!Number.isSafeInteger(keepClosedDays) || keepClosedDays < least || keepClosedDays > most)
    return refused(
      problem('SETTINGS_INVALID', {
        field: ['readModel', 'keepClosedDays'],
        facts: { reason: `a whole number of days from ${least} to ${most}` },
      })
    )
  if (isOn)
    try {
      await documents.prepare('anew')
    } catch (error) {
      if (!isFault(error)) throw error
      log.warn({ flow: 'ReadModel', detail: error.message })
      return refused(notTaken(error))
    }
  let isBusy = false
  const saved = await readModel.change((newest) => {
    isBusy = isOn && newest.fill === 'REMOVING'
    if (isBusy) return newest
    if (isOn) return switchedOn(newest, keepClosedDays, clock.now())
    // What is being removed goes on being removed.
    return newest.fill === 'REMOVING' ? newest : { ...switchedOff(newest), keepClosedDays }
  })
  if (isBusy) return refused(problem('READ_MODEL_REMOVING', { field: ['readModel', 'isOn'] }))
  log.info({ flow: 'SaveReadModel', outcome: 'APPLIED', detail: isOn ? 'on' : 'off' })
  if (isOn) await ports.nudge('MORE')
  return { readModel: saved, problems: [] }
}

/** Removes every document, and switches off. @errors Fault VBASE */
export async function removeReadModel(ports: ReadModelPorts): Promise<ReadModelResult> {
  const saved = await ports.readModel.change((newest) =>
    newest.fill === 'REMOVING' ? newest : removing(newest)
  )
  ports.log.info({ flow: 'RemoveReadModel', outcome: 'ACCEPTED' })
  await ports.nudge('MORE')
  return { readModel: saved, problems: [] }
}

function refused(why: Problem): ReadModelResult {
  return { readModel: null, problems: [why] }
}

function notTaken({ kind, status }: Fault): Problem {
  return problem('READ_MODEL_REFUSED', {
    field: ['readModel', 'isOn'],
    facts: { status: status ?? kind },
  })
}
