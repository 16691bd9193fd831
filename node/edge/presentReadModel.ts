import { freshSince, type ReadModel } from '../domain/readmodel/readModel'

/** Its documents are counted where they are asked for. */
export type PresentedReadModel = ReturnType<typeof presentReadModel>

export function presentReadModel(model: ReadModel) {
  const { isOn, keepClosedDays, fill, filled, toFill } = model
  return { isOn, keepClosedDays, fill, filled, toFill, asOf: freshSince(model) }
}
