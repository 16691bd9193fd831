import React from 'react'
import { Card } from '../../../shared/components/Card'
import { ProblemText } from '../../../shared/components/ProblemText'
import { Switch } from '../../../shared/components/Switch'
import { TextField } from '../../../shared/components/TextField'
import { usePanelZone } from '../../../shared/format/zone'
import { useWords } from '../../../shared/words/useWords'
import type { ConnectionState } from './connectionState'
import { Overtaken } from './Overtaken'
import { OwnCodes } from './OwnCodes'
import { CredentialsPart, SecretPart } from './SecretPart'
import type { ConnectionControl } from './useConnection'

/** Offered, not more: any IANA name may be typed. */
const ZONES = [
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Argentina/Buenos_Aires',
  'America/Santiago',
  'America/Bogota',
  'America/Lima',
  'America/Mexico_City',
  'Europe/Lisbon',
  'Europe/Madrid',
  'UTC',
]

interface Props {
  connection: ConnectionControl
  state: Extract<ConnectionState, { kind: 'EDITING' }>
}

/** Everything of a connection that can be set. */
export function ConnectionForm({ connection, state }: Props) {
  const words = useWords()
  const { timeZone } = usePanelZone()
  const { edit, problems } = connection
  const { draft, stored, overtaken } = state.editing
  const zones = Array.from(new Set([stored.defaultTimeZone, timeZone, ...ZONES]))
  const isAsked = stored.credentials !== null
  const Proof = isAsked ? CredentialsPart : SecretPart
  const problemAt = (key: string | null, name: string) => {
    const found = problems.find((place) => place.key === key && place.name === name)

    return found ? <ProblemText problem={found.problem} /> : undefined
  }

  return (
    <Card id="connection" title={words('connections.settings')}>
      {overtaken.length > 0 && (
        <Overtaken parts={overtaken} stored={stored} onTake={connection.takeTheirs} />
      )}
      <Switch
        id="connection-on"
        isOn={draft.isOn}
        label={words(stateWord(draft.isOn, isAsked))}
        onChange={(isOn) => edit({ isOn })}
      />
      <Proof connection={connection} state={state} problem={problemAt(null, 'secret')} />
      <div className="it-connection-zone">
        <TextField
          id="connection-zone"
          label={words('setting.timeZone')}
          value={draft.timeZone}
          listId="connection-zones"
          width="short"
          hint={words('connections.zone-help', { zone: stored.defaultTimeZone })}
          problem={problemAt(null, 'timeZone')}
          onChange={(zone) => edit({ timeZone: zone })}
        />
        <datalist id="connection-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      <OwnCodes
        codes={draft.codes}
        unread={stored.attention}
        askedCode={connection.askedCode}
        onExplain={connection.addCode}
        problemAt={problemAt}
        onChange={(codes) => edit({ codes })}
      />
    </Card>
  )
}

function stateWord(isOn: boolean, isAsked: boolean) {
  if (isAsked) return isOn ? 'connections.asks' : 'connections.asks-not'

  return isOn ? 'connections.takes' : 'connections.turns-away'
}
