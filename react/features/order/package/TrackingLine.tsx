import React from 'react'
import { IconExternalLink } from 'vtex.styleguide'

import { CopyButton } from '../../../shared/components/CopyButton'
import { CopyReply } from '../../../shared/order/CopyReply'
import type { Order, Package } from '../../../shared/order/orderTypes'
import { carrierLink, isLink } from '../../../shared/tracking/carrier'
import { useCarriers } from '../../../shared/tracking/useCarriers'
import { useWords } from '../../../shared/words/useWords'
import { isCollected } from '../orderModel'

interface Props {
  order: Order
  parcel: Package
}

/** Carrier, number, link to the carrier's page, and what to tell the customer of them. */
export function TrackingLine({ order, parcel }: Props) {
  const words = useWords()
  const { courier, trackingNumber, trackingUrl } = parcel

  if (!courier && !trackingNumber && !trackingUrl) {
    return (
      <p className="ma0 t-small">
        {words(isCollected(order) ? 'order.pickup' : 'order.no-tracking')}
      </p>
    )
  }

  return (
    <div className="it-package__tracking t-small">
      {courier && <span>{courier}</span>}
      {trackingNumber ? (
        <span>
          <span className="it-tabular">{trackingNumber}</span>
          <CopyButton text={trackingNumber} name={trackingNumber} />
        </span>
      ) : (
        <span>{words('order.tracking-without-number')}</span>
      )}
      {trackingNumber && !trackingUrl ? (
        <WithKnownLink order={order} parcel={parcel} number={trackingNumber} />
      ) : (
        // Only a web address is a link.
        <Ways
          order={order}
          parcel={parcel}
          link={trackingUrl && isLink(trackingUrl) ? trackingUrl : null}
        />
      )}
    </div>
  )
}

/** Where VTEX holds no link, that of the carrier whom the number tells: asked for only then. */
function WithKnownLink({ order, parcel, number }: Props & { number: string }) {
  const { carriers } = useCarriers()

  return <Ways order={order} parcel={parcel} link={carrierLink(parcel.courier, number, carriers)} />
}

function Ways({ order, parcel, link }: Props & { link: string | null }) {
  const words = useWords()

  return (
    <>
      {link && (
        <a className="it-link" href={link} target="_blank" rel="noopener noreferrer">
          {words('order.open-at-carrier')} <IconExternalLink size={12} />
          <span className="it-clip">, {words('order.opens-new-tab')}</span>
        </a>
      )}
      {parcel.trackingNumber && <CopyReply order={order} parcels={[{ parcel, link }]} />}
    </>
  )
}
