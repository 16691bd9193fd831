/** How texts of a form become what the service takes, and back. Null: the text cannot be read. */
export interface Reading {
  toInstant(local: string): string | null
  toLocal(instant: string): string
  toCents(text: string): number | null
  fromCents(cents: number): string
}
