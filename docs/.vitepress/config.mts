import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'

const docs = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const repository = resolve(docs, '..')

/** The four parts, and the order of their pages. A page that is not in the list comes last. */
const parts = {
  tutorial: { title: 'Tutorial', pages: ['demo', 'your-cohort', 'paper-tables', 'prediction'] },
  'how-to': {
    title: 'How-to guides',
    pages: ['index', 'plan-a-cohort', 'find-leaks', 'import-a-model', 'pretrain', 'tune', 'train-on-a-card',
      'resume-and-move-a-run', 'review-a-run', 'validate-externally', 'plan-a-reader-study', 'reader-study',
      'evaluate-other-tools', 'share-models', 'bundle-from-python', 'quantise', 'synthetic-cohort']
  },
  reference: {
    title: 'Reference',
    pages: ['index', 'command-line', 'study-file', 'manifest', 'predictions-and-readers', 'run-directory', 'run-files',
      'metrics', 'errors']
  },
  explanation: {
    title: 'Explanation',
    pages: ['index', 'study-design', 'children-not-photos', 'intervals', 'contrasts', 'calibration', 'prediction-sets',
      'confounding', 'readers', 'fine-tuning', 'face-networks', 'int8', 'graphics-cards', 'synthetic-faces', 'blinding',
      'intended-use']
  },
  decisions: { title: 'Decisions', pages: [] }
}

function titleOf(part: string, page: string): string {
  const heading = readFileSync(join(docs, part, page + '.md'), 'utf8').match(/^# +(.+)$/m)
  return heading ? heading[1].replace(/[`*]/g, '') : page
}

function sidebar(part: keyof typeof parts) {
  const present = existsSync(join(docs, part))
    ? readdirSync(join(docs, part)).filter(name => name.endsWith('.md')).map(name => name.slice(0, -3)).sort()
    : []
  const ordered = parts[part].pages.filter(page => present.includes(page))
  const pages = [...ordered, ...present.filter(page => !ordered.includes(page))]
  return {
    text: parts[part].title,
    collapsed: part === 'decisions',
    items: [
      ...pages.map(page => page === 'index'
        ? { text: 'Overview', link: `/${part}/` }
        : { text: titleOf(part, page), link: `/${part}/${page}` }),
      ...folders(part)
    ]
  }
}

/** Folders below a part, each closed until it is opened. */
function folders(part: string) {
  return existsSync(join(docs, part))
    ? readdirSync(join(docs, part), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(folder => ({
          text: folder.name,
          collapsed: true,
          items: readdirSync(join(docs, part, folder.name)).filter(name => name.endsWith('.md')).sort()
            .map(name => name.slice(0, -3))
            .map(page => ({
              text: titleOf(`${part}/${folder.name}`, page), link: `/${part}/${folder.name}/${page}`
            }))
        }))
        .filter(folder => folder.items.length > 0)
    : []
}

/** As a forge makes them, so that a link to a heading works in both places. */
function slug(heading: string): string {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replace(/ /g, '-')
}

/** Files other than pages that pages link to; they are copied into the site. */
const attached = new Set<string>()

/** All links that lead nowhere are named together. */
const missing = new Set<string>()

/** Headings of each page, and links to headings, which can be compared when all pages have been read. */
const headings = new Map<string, Set<string>>()
const wanted: { page: string, href: string, target: string, heading: string }[] = []

/**
 * A link to a file of the site's folder stays. A link to any other file of the repository becomes its path, because the
 * site is read without the repository. A link to nothing ends the build.
 */
function link(href: string, page: string): string | undefined {
  if (href.startsWith('#')) {
    wanted.push({ page, href, target: page, heading: decodeURI(href.slice(1)) })
    return href
  }
  if (/^([a-z]+:|\/)/.test(href)) {
    return href
  }
  const [path, heading] = href.split('#')
  const file = resolve(docs, dirname(page), decodeURI(path))
  if (!existsSync(file)) {
    missing.add(`${page}: the link "${href}" leads to no file`)
    return undefined
  }
  if (relative(docs, file).startsWith('..') || statSync(file).isDirectory()) {
    return undefined
  }
  if (heading && file.endsWith('.md')) {
    wanted.push({ page, href, target: relative(docs, file), heading: decodeURI(heading) })
  }
  if (!file.endsWith('.md')) {
    attached.add(relative(docs, file))
  }
  return href
}

export default defineConfig({
  title: 'Facies',
  description: 'Facial-recognition models for genetic syndromes, trained and evaluated on your own machine',
  lang: 'en',
  outDir: '../target/site',
  cacheDir: '../target/site-cache',
  srcExclude: ['node_modules/**'],
  lastUpdated: false,
  // Files that are no pages; link() has looked whether they exist.
  ignoreDeadLinks: [/\.(py|json|csv|yaml)$/],
  markdown: {
    anchor: { slugify: slug },
    config(md) {
      md.core.ruler.push('links', state => {
        const page = state.env.relativePath ?? ''
        const ids = new Set<string>()
        headings.set(page, ids)
        for (const block of state.tokens) {
          if (block.type === 'heading_open') {
            ids.add(block.attrGet('id') ?? '')
          }
          for (const anchor of block.content.matchAll(/<a (?:id|name)="([^"]+)"/g)) {
            ids.add(anchor[1])
          }
          let closed = 0
          for (const token of block.children ?? []) {
            if (token.type === 'link_open') {
              const href = token.attrGet('href') ?? ''
              const target = link(href, page)
              if (target === undefined) {
                const path = relative(repository, resolve(docs, dirname(page), href.split('#')[0]))
                token.tag = 'span'
                token.attrs = [['class', 'in-source'], ['title', `in the source tree: ${path}`]]
                closed++
              }
            } else if (token.type === 'link_close' && closed > 0) {
              token.tag = 'span'
              closed--
            }
          }
        }
      })
    }
  },
  buildEnd(site) {
    for (const { page, href, target, heading } of wanted) {
      if (!headings.get(target)?.has(heading)) {
        missing.add(`${page}: the link "${href}" leads to no heading`)
      }
    }
    if (missing.size > 0) {
      throw new Error([...missing].sort().join('\n'))
    }
    for (const file of attached) {
      mkdirSync(dirname(join(site.outDir, file)), { recursive: true })
      cpSync(join(docs, file), join(site.outDir, file))
    }
  },
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/tutorial/demo', activeMatch: '^/tutorial/' },
      { text: 'How-to', link: '/how-to/', activeMatch: '^/how-to/' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Explanation', link: '/explanation/', activeMatch: '^/explanation/' }
    ],
    sidebar: (Object.keys(parts) as (keyof typeof parts)[]).map(sidebar),
    outline: { level: [2, 3], label: 'On this page' },
    search: { provider: 'local', options: { detailedView: true } },
    docFooter: { prev: 'Previous', next: 'Next' },
    footer: { message: 'Research software, not a medical device, not for diagnosis.' }
  }
})
