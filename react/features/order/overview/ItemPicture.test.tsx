import { fireEvent } from '@vtex/test-tools/react'
import React from 'react'

import { render } from '../../../shared/testing/render'
import { ItemPicture } from './ItemPicture'

const show = (address: string | null) => render(<ItemPicture address={address} />).container

describe('the picture of an item', () => {
  it('stands beside a name that says what it is', () => {
    const picture = show('https://store.vtexassets.com/chair.jpg').querySelector('img')

    expect(picture).toHaveAttribute('src', 'https://store.vtexassets.com/chair.jpg')
    expect(picture).toHaveAttribute('alt', '')
  })

  it('comes over https where VTEX kept an address from before it', () => {
    const picture = show(' http://store.vteximg.com.br/chair.jpg').querySelector('img')

    expect(picture).toHaveAttribute('src', 'https://store.vteximg.com.br/chair.jpg')
  })

  it.each([null, '', 'chair.jpg', 'javascript:alert(1)'])('is none for %p', (address) => {
    expect(show(address).querySelector('img')).toBeNull()
  })

  it('leaves no hole where it does not come', () => {
    const page = show('https://store.vtexassets.com/gone.jpg')

    fireEvent.error(page.querySelector('img')!)
    expect(page.querySelector('img')).toBeNull()
  })
})
