import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { ProbeError } from '../errors.ts'
import { survey } from './survey.ts'

/** An element: its text when it has nothing else; attributes begin with `@`; repeated elements are a list. */
export type XmlNode = string | XmlNode[] | { [name: string]: XmlNode } | undefined

export const LARGEST_REPLY = 2 * 1024 * 1024

/** Serials and versions are texts: as numbers `012345678901` would lose its zero and `10.10` would be 10.1. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: LARGEST_REPLY },
})

/**
 * Reads a whole reply whose root is `response`. The parser alone takes truncated XML for a smaller document, so form,
 * root and depth are checked before.
 * @throws ProbeError malformed, with `too_large`, `truncated`, `not_xml`, `html_page` or a `Problem`
 */
export function parseReply(text: string): { [name: string]: XmlNode } {
  if (text.length > LARGEST_REPLY) throw malformed('too_large')
  if (!/^\s*(<\?xml[^>]{0,200}\?>\s*)?<response[\s>/]/.test(text.slice(0, 500))) throw malformed(notXml(text))
  if (!/(<\/response\s*>|<response[^>]*\/>)\s*$/.test(text.slice(-500))) throw malformed('truncated')
  const problem = survey(text)
  if (problem) throw malformed(problem)
  return checked(text)
}

function checked(text: string) {
  try {
    if (XMLValidator.validate(text) !== true) throw malformed('not_well_formed')
    const { response } = parser.parse(text) as { response: XmlNode }
    return typeof response === 'object' && !Array.isArray(response) ? response : {}
  } catch (error) {
    throw error instanceof ProbeError ? error : malformed('not_well_formed')
  }
}

const notXml = (text: string) => (/^\s*<(!doctype\s+html|html)/i.test(text) ? 'html_page' : 'not_xml')
const malformed = (detail: string) => new ProbeError('malformed', detail)

/** The element at a path; of repeated elements the first. */
export function nodeAt(node: XmlNode, ...path: string[]): XmlNode {
  let at = first(node)
  for (const name of path) {
    if (typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined
    at = first(at[name])
  }
  return at
}

/** All elements of that name below a node, also when there is one or none. */
export function nodesAt(node: XmlNode, ...path: string[]): XmlNode[] {
  const name = path.at(-1)!
  const parent = nodeAt(node, ...path.slice(0, -1))
  if (typeof parent !== 'object' || Array.isArray(parent) || !Object.hasOwn(parent, name)) return []
  const found = parent[name]
  return Array.isArray(found) ? found : [found]
}

/** Text of the element at a path without blanks around it; null when it is missing or empty. */
export function textAt(node: XmlNode, ...path: string[]): string | null {
  const found = nodeAt(node, ...path)
  const text = typeof found === 'object' && !Array.isArray(found) ? found['#text'] : found
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
}

/** A finite number at the beginning of the text, `12.5 C` is 12.5; null when there is none. */
export function numberAt(node: XmlNode, ...path: string[]): number | null {
  const match = textAt(node, ...path)?.match(/^-?\d+(\.\d+)?/)
  return match ? Number(match[0]) : null
}

/** Child elements with their names, in order; attributes and text left out. */
export function entriesOf(node: XmlNode): [name: string, node: XmlNode][] {
  const at = first(node)
  if (typeof at !== 'object' || Array.isArray(at)) return []
  return Object.entries(at).flatMap(([name, value]): [string, XmlNode][] => {
    if (name.startsWith('@') || name === '#text') return []
    return (Array.isArray(value) ? value : [value]).map((one) => [name, one])
  })
}

function first(node: XmlNode): XmlNode {
  return Array.isArray(node) ? node[0] : node
}
