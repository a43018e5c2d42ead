import type { ApiRequest } from '@japa/api-client'
import { SESSION_COOKIE } from '../identity/sessions.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Visited {
  status: number
  /** Name of the page, when a page answered. */
  component: string | null
  props: Record<string, unknown>
  /** Where the answer sends the browser. */
  location: string | null
  text: string
}

/** Sends a request of @japa/api-client as this person. */
export function asMember(request: ApiRequest, token: string): ApiRequest {
  request.cookiesJar[SESSION_COOKIE] = { name: SESSION_COOKIE, value: token }
  return request
}

/** A browser without a window: keeps cookies, answers the CSRF check, asks for pages as Inertia does. */
export class Visitor {
  #cookies = new Map<string, string>()
  #version = ''

  constructor(
    token: string | null = null,
    private readonly base = baseUrl()
  ) {
    if (token) this.#cookies.set(SESSION_COOKIE, token)
  }

  get = (path: string) => this.#send('GET', path)
  post = (path: string, body: object = {}) => this.#writing('POST', path, body)
  put = (path: string, body: object = {}) => this.#writing('PUT', path, body)
  delete = (path: string, body: object = {}) => this.#writing('DELETE', path, body)

  async send(method: Method, path: string, body: object = {}): Promise<Visited> {
    return method === 'GET' ? this.#send('GET', path) : this.#writing(method, path, body)
  }

  async #writing(method: Method, path: string, body: object): Promise<Visited> {
    if (!this.#cookies.has('XSRF-TOKEN')) await this.#send('GET', '/login')
    return this.#send(method, path, body)
  }

  async #send(method: Method, path: string, body?: object): Promise<Visited> {
    const response = await fetch(new URL(path, this.base), {
      method,
      redirect: 'manual',
      headers: this.#headers(body),
      body: body instanceof FormData ? body : body && JSON.stringify(body),
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const version = response.headers.get('x-inertia-version')
    if (response.status === 409 && version !== null && version !== this.#version) {
      this.#version = version
      return this.#send(method, path, body)
    }
    return visited(response)
  }

  #headers(body?: object): Record<string, string> {
    const xsrf = this.#cookies.get('XSRF-TOKEN')
    return {
      accept: 'text/html, application/xhtml+xml',
      'x-inertia': 'true',
      'x-inertia-version': this.#version,
      'x-requested-with': 'XMLHttpRequest',
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      ...(xsrf && { 'x-xsrf-token': decodeURIComponent(xsrf) }),
    }
  }

  #keep(cookie: string) {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

/** @example const page = await visit(director.token).get(`/${unit.slug}/plugins`) */
export const visit = (token: string | null) => new Visitor(token)

async function visited(response: Response): Promise<Visited> {
  const text = await response.text()
  const page = response.headers.has('x-inertia') ? (JSON.parse(text) as Partial<Visited>) : null
  return {
    status: response.status,
    component: page?.component ?? null,
    props: page?.props ?? {},
    location: response.headers.get('location') ?? response.headers.get('x-inertia-location'),
    text,
  }
}

const baseUrl = () => `http://${process.env.HOST}:${process.env.PORT}`
