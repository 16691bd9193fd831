import type { FulfillCommand, TrackingCommand, TrackingStatusCommand } from '../commands'

export function someTracking(changes: Partial<TrackingCommand> = {}): TrackingCommand {
  return {
    trackingNumber: null,
    trackingUrl: null,
    courier: null,
    dispatchedDate: null,
    ...changes,
  }
}

/** Scans by their hour before noon. */
export function someStatus(hours: readonly number[], isDelivered = false): TrackingStatusCommand {
  return {
    isDelivered,
    deliveredDate: null,
    events: hours.map((hour) => ({
      date: `2026-03-10T${String(hour).padStart(2, '0')}:00:00Z`,
      description: `Scan ${hour}`,
      city: null,
      state: null,
    })),
  }
}

export function someFulfill(changes: Partial<FulfillCommand> = {}): FulfillCommand {
  return { invoice: null, invoiceNumber: null, tracking: null, status: null, ...changes }
}
