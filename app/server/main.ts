import { setFlagsFromString } from 'node:v8'

// A start makes much garbage and keeps little. Room for new objects that grew meanwhile would never be given back: a third of an idle
// server's memory. It grows as usual once there are people to serve.
setFlagsFromString('--semi-space-growth-factor=1')
const { serve } = await import('./serve.ts')
await serve()
setFlagsFromString('--semi-space-growth-factor=2')
