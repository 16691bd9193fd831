import { freshSince, type ReadModel } from '../domain/readmodel/readModel'

/** `documents`: as they were last counted. */
export type PresentedReadModel = ReturnType<typeof presentReadModel>

export function presentReadModel(model: ReadModel) {
  const { isOn, keepClosedDays, fill, filled, toFill, documents } = model
  // An order made in the moment at which a page ends stands on the next page too.
  const done = toFill === null ? filled : Math.min(filled, toFill)
  return { isOn, keepClosedDays, documents, fill, toFill, filled: done, asOf: freshSince(model) }
}
