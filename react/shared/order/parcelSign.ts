import type { ParcelState } from '../graphql/generated'

/** What is shown of a parcel's state. UNKNOWN says nothing about a parcel, so nothing is shown of it. */
export type ParcelSign = Exclude<ParcelState, 'UNKNOWN'>
