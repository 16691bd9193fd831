import React, { useState } from 'react'

import { isLink } from '../../../shared/tracking/carrier'

/** VTEX stores addresses of before https too; a page of the Admin would refuse those. */
export function pictureAddress(imageUrl: string | null): string | null {
  return imageUrl && isLink(imageUrl) ? imageUrl.trim().replace(/^http:/i, 'https:') : null
}

/** What an item looks like. The name beside it says what it is; a picture that does not come leaves no hole. */
export function ItemPicture({ address }: { address: string | null }) {
  const [isBroken, setBroken] = useState(false)
  const source = pictureAddress(address)

  if (!source || isBroken) return null

  return (
    <img
      className="it-items__picture"
      src={source}
      alt=""
      width={40}
      height={40}
      loading="lazy"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  )
}
