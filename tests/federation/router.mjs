// Composes the subgraphs that are given as NAME=URL from what each says of itself, and serves the
// graph with Hive Gateway on a port that is free. Prints its address; the errors where it cannot.
import { createServer } from 'node:http'
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'

async function subgraph(argument) {
  const [name, url] = argument.split(/=(.*)/)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  })
  const { data } = await response.json()
  return { name, url, typeDefs: parse(data._service.sdl) }
}

const { errors, supergraphSdl } = composeServices(
  await Promise.all(process.argv.slice(2).map(subgraph)),
)
if (errors) throw new Error(errors.join('\n'))

const router = createServer(
  createGatewayRuntime({ supergraph: supergraphSdl, logging: false, maskedErrors: false }),
)
router.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${router.address().port}/graphql`)
})
