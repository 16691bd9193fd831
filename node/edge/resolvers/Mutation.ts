import { fulfill } from '../../usecases/fulfill'
import { notifyInvoice } from '../../usecases/notifyInvoice'
import { saveSettings } from '../../usecases/saveSettings'
import { startHandling } from '../../usecases/startHandling'
import { updatePartialInvoice } from '../../usecases/updatePartialInvoice'
import { updateTrackingStatus } from '../../usecases/updateTrackingStatus'
import type { InvoiceCommand } from '../../usecases/commands'
import type { Ports } from '../../usecases/ports'
import { requireRight } from '../actor'
import type {
  MutationFulfillArgs,
  MutationNotifyInvoiceArgs,
  MutationResolvers,
  MutationSaveSettingsArgs,
  MutationStartHandlingArgs,
  MutationUpdatePartialInvoiceArgs,
  MutationUpdateTrackingStatusArgs,
} from '../generated/schema'
import { fulfillCommand, invoiceCommand, trackingCommand, trackingStatusCommand } from '../input'
import { presentFulfill, presentWrite } from '../present'
import { mutation } from '../rootField'
import { settingsFrom } from '../settingsInput'
import { batchMutations } from './batchMutations'
import { connectorMutations } from './connectors'
import { orderHookMutations } from './orderHook'
import { readModelMutations } from './readModel'

export const Mutation: Required<MutationResolvers> = {
  ...batchMutations,
  ...connectorMutations,
  ...readModelMutations,
  ...orderHookMutations,

  startHandling: mutation('startHandling', async (ports, { orderId }: MutationStartHandlingArgs) =>
    presentWrite(await startHandling(ports, orderId))
  ),

  notifyInvoice: mutation(
    'notifyInvoice',
    async (ports, { orderId, invoice, accept, replace }: MutationNotifyInvoiceArgs) => {
      const command = invoiceCommand(invoice)
      await requireRightFor(ports, command)
      return presentWrite(
        await notifyInvoice(ports, orderId, command, accept ?? [], replace?.version ?? null)
      )
    }
  ),

  updatePartialInvoice: mutation(
    'updatePartialInvoice',
    async (ports, { orderId, invoiceNumber, tracking, accept }: MutationUpdatePartialInvoiceArgs) =>
      presentWrite(
        await updatePartialInvoice(
          ports,
          orderId,
          invoiceNumber,
          trackingCommand(tracking),
          accept ?? []
        )
      )
  ),

  updateTrackingStatus: mutation(
    'updateTrackingStatus',
    async (ports, { orderId, invoiceNumber, status, accept }: MutationUpdateTrackingStatusArgs) =>
      presentWrite(
        await updateTrackingStatus(
          ports,
          orderId,
          invoiceNumber,
          trackingStatusCommand(status),
          accept ?? []
        )
      )
  ),

  fulfill: mutation(
    'fulfill',
    async (ports, { orderId, fulfill: input, accept }: MutationFulfillArgs) => {
      const command = fulfillCommand(input)
      if (command.invoice) await requireRightFor(ports, command.invoice)
      return presentFulfill(await fulfill(ports, orderId, command, accept ?? []))
    }
  ),

  saveSettings: mutation('saveSettings', async (ports, { settings }: MutationSaveSettingsArgs) => {
    const read = settingsFrom(settings)
    return 'valid' in read
      ? saveSettings(ports, read.valid, settings.version)
      : { settings: null, problems: read.problems }
  }),
}

/** A return refunds money by itself: a right of its own, which @auth cannot ask for by an argument. */
async function requireRightFor({ caller }: Ports, { type }: InvoiceCommand): Promise<void> {
  if (type === 'INPUT') await requireRight(caller, 'RefundAction')
}
