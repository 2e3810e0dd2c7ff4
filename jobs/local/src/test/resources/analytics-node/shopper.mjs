// A shopper who leaves a cart, as Segment's own client for Node tells it.
//   npm install @segment/analytics-node
//   node shopper.mjs http://127.0.0.1:8090 WRITE_KEY
import { Analytics } from '@segment/analytics-node'

const [host, writeKey] = process.argv.slice(2)
const analytics = new Analytics({ host, writeKey, path: '/v1/batch', flushAt: 100 })
analytics.on('error', (error) => {
  console.error(error)
  process.exitCode = 1
})

const context = { sessionId: 'node-session', page: { url: 'https://shop.example/shoes?token=t' } }
const anna = { anonymousId: 'node-visitor', userId: 'anna@example.org', context }
analytics.identify({ ...anna, traits: { email: 'anna@example.org', plan: 'pro' } })
analytics.page({ ...anna, name: 'Shoes' })
analytics.track({
  ...anna,
  event: 'Product Added',
  properties: { product_id: 'p-1', name: 'Running shoe', price: 79.9, quantity: 2, currency: 'EUR' },
})
await analytics.closeAndFlush()
