import type { Scenario } from '../scenario'
import { CLAIMS } from './claims'
import { FULFILLING } from './fulfilling'
import { INVOICES } from './invoices'
import { TRACKING } from './tracking'

export const SCENARIOS: readonly Scenario[] = [...INVOICES, ...TRACKING, ...CLAIMS, ...FULFILLING]
