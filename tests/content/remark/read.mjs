// Reads [{tree, markdown}] as JSON from standard input, and writes what remark's own tools, on
// which remark-parse, remark-stringify and remark-rehype are built, make of each.
import { raw } from 'hast-util-raw'
import { toHtml } from 'hast-util-to-html'
import { assert } from 'mdast-util-assert'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { gfm } from 'micromark-extension-gfm'
import { visit } from 'unist-util-visit'

function parsed(markdown) {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  visit(tree, (node) => {
    delete node.position
  })
  return tree
}

function refusal(tree) {
  try {
    assert(tree)
    return null
  } catch (error) {
    return String(error)
  }
}

let input = ''
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk

const output = JSON.parse(input).map(({ tree, markdown }) => {
  const types = new Set()
  visit(tree, (node) => {
    types.add(node.type)
  })
  const hast = raw(toHast(tree, { allowDangerousHtml: true }))
  return {
    types: [...types].sort(),
    refusal: refusal(tree),
    html: toHtml(hast),
    markdown: toMarkdown(tree, { extensions: [gfmToMarkdown()] }),
    parsed: parsed(markdown),
  }
})
process.stdout.write(JSON.stringify(output))
