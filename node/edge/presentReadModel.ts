import { freshSince, type ReadModel } from '../domain/readmodel/readModel'

/** Its documents are counted where they are asked for. */
export type PresentedReadModel = ReturnType<typeof presentReadModel>

export function presentReadModel(model: ReadModel) {
  const { isOn, keepClosedDays, fill, filled, toFill } = model
  // An order made in the moment at which a page ends stands on the next page too.
  const done = toFill === null ? filled : Math.min(filled, toFill)
  return { isOn, keepClosedDays, fill, toFill, filled: done, asOf: freshSince(model) }
}
