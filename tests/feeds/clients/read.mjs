// Reads {atom, json}, two texts, as JSON from standard input, and writes what readers make of them.
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import Parser from 'rss-parser'

let input = ''
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk

const { atom, json } = JSON.parse(input)
process.stdout.write(
  JSON.stringify({
    atom: parseAtomFeed(atom),
    json: parseJsonFeed(json),
    rss: await new Parser().parseString(atom),
  }),
)
