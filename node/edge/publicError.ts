import type { PublicCode } from './codes'

/**
 * The only error that leaves the service: code, message, request id, and of a query's argument its name. Nothing else is
 * enumerable, because the platform copies every enumerable property of a thrown error into its answer.
 */
export class PublicError extends Error {
  declare readonly extensions: {
    readonly code: PublicCode
    readonly requestId?: string
    readonly field?: readonly string[]
  }

  constructor(
    code: PublicCode,
    message: string,
    requestId?: string,
    field: readonly string[] = []
  ) {
    super(message)
    // Where an app is linked the platform hands the stack out; what is worth finding stands in the log with its cause.
    this.stack = `${this.name}: ${message}`
    Object.defineProperty(this, 'extensions', {
      value: {
        code,
        ...(requestId === undefined ? {} : { requestId }),
        ...(field.length === 0 ? {} : { field }),
      },
      enumerable: false,
    })
  }
}
