import { OmsClient } from './client'

/**
 * OMS as a batch calls it: a write whose answer does not come is read back soon. One that hangs holds a place among few,
 * and with the usual 15 s the quota cannot be used up (batches §4).
 */
export class BatchOms extends OmsClient {
  protected override readonly writeTimeoutMs = 5_000
}
