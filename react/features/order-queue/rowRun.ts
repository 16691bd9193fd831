import { createRun } from '../../shared/sending/tickedRun'

/** The run over ticked orders. */
export const rowRun = createRun()

export const useRowRun = rowRun.use
