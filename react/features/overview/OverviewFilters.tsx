import React from 'react'
import { LinkButton } from '../../shared/components/ActionButton'
import { SelectField } from '../../shared/components/TextField'
import { useWords } from '../../shared/words/useWords'
import { firstState, isFiltered, OverviewState, Period } from './overviewState'
import { useOverviewLinks } from './useOverviewLinks'

interface Props {
  state: OverviewState
  names: { CARRIER: readonly string[]; MARKETPLACE: readonly string[] }
}

const SHORTEST_FIRST: readonly Period[] = [7, 30, 60]

/** Period, carrier and marketplace: each choice is an address. */
export function OverviewFilters({ state, names }: Props) {
  const words = useWords()
  const links = useOverviewLinks()
  const choose = (patch: Partial<OverviewState>) => links.choose({ ...state, ...patch })
  const offered = (all: string, known: readonly string[], chosen: string) => [
    { value: '', label: all },
    ...known.map((name) => ({ value: name, label: name })),
    // Out of an address, or a name that has no row of its own.
    ...(chosen && !known.includes(chosen) ? [{ value: chosen, label: chosen }] : []),
  ]
  return (
    <div className="it-overview__filters">
      <SelectField
        id="period"
        isInline
        label={words('overview.period')}
        value={String(state.days)}
        options={SHORTEST_FIRST.map((days) => ({
          value: String(days),
          label: words('overview.days', { days }),
        }))}
        onChange={(days) => choose({ days: Number(days) as Period })}
      />
      <SelectField
        id="carrier"
        isInline
        label={words('tracking.carrier')}
        value={state.carrier}
        options={offered(words('overview.allCarriers'), names.CARRIER, state.carrier)}
        onChange={(carrier) => choose({ carrier })}
      />
      <SelectField
        id="marketplace"
        isInline
        label={words('filters.marketplace')}
        value={state.marketplace}
        options={offered(words('overview.allMarketplaces'), names.MARKETPLACE, state.marketplace)}
        onChange={(marketplace) => choose({ marketplace })}
      />
      {(isFiltered(state) || state.days !== firstState.days) && (
        <div className="it-overview__clear t-small">
          <LinkButton onClick={() => choose(firstState)}>{words('filters.clear')}</LinkButton>
        </div>
      )}
    </div>
  )
}
