// The server's contract, an OpenAPI 3.1 document, as what a page wants to know of it. No DOM.

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * @typedef {object} Operation one thing a program can ask
 * @property {string} id unique; the operation's anchor on the page
 * @property {string} method in capitals
 * @property {string} path from the host's root
 * @property {string} summary
 * @property {string} description may be empty
 * @property {boolean} deprecated
 * @property {object[]} parameters of the path and of the operation, references followed
 * @property {object | null} requestBody
 * @property {{status: string, response: object}[]} responses in the contract's order
 * @property {string[]} security names of the ways to prove who asks; empty if none is needed
 * @property {string[]} rights who may ask: the contract's x-omloop-rights
 *
 * @typedef {object} Group operations of one tag
 * @property {string} tag
 * @property {string} description may be empty
 * @property {Operation[]} operations
 */

/** A contract, read. Immutable. */
export class OpenapiContract {
  #document;

  /** @param {any} document OpenAPI 3.1, parsed */
  constructor(document) {
    this.#document = document;
    this.version = document.info.version;
    this.description = document.info.description ?? '';
    /** @type {[string, any][]} name and schema, in the contract's order */
    this.schemas = Object.entries(document.components?.schemas ?? {});
    /** @type {Group[]} in the order of the contract's tags; what has no tag comes last */
    this.groups = this.#groups();
  }

  /** What a reference points at, followed to its end; anything else is itself. */
  resolve(value) {
    const seen = new Set();
    while (value?.$ref && !seen.has(value.$ref)) {
      seen.add(value.$ref);
      value = this.#at(value.$ref);
    }
    return value;
  }

  /**
   * The groups with only those operations in which every word occurs.
   *
   * @param {string} words divided by spaces; none finds all
   * @returns {Group[]} without empty ones
   */
  matching(words) {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ id, method, path, summary, description }) => {
      const text = [id, method, path, summary, description].join(' ').toLowerCase();
      return wanted.every((word) => text.includes(word));
    };
    return this.groups
      .map((group) => ({ ...group, operations: group.operations.filter(fits) }))
      .filter(({ operations }) => operations.length > 0);
  }

  #at(pointer) {
    const steps = pointer.replace(/^#\//, '').split('/');
    const names = steps.map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
    return names.reduce((value, name) => value?.[name], this.#document);
  }

  #groups() {
    const declared = (this.#document.tags ?? []).map(({ name, description = '' }) => ({ name, description }));
    const operations = this.#operations();
    const used = new Set(operations.map(({ tag }) => tag));
    const others = [...used].filter((tag) => !declared.some(({ name }) => name === tag));
    return [...declared, ...others.map((name) => ({ name, description: '' }))]
      .map(({ name, description }) => ({
        tag: name,
        description,
        operations: operations.filter(({ tag }) => tag === name),
      }))
      .filter((group) => group.operations.length > 0);
  }

  #operations() {
    return Object.entries(this.#document.paths ?? {}).flatMap(([path, item]) => {
      const shared = this.resolve(item);
      return METHODS.filter((method) => shared[method]).map((method) =>
        this.#operation(method, path, shared[method], shared),
      );
    });
  }

  #operation(method, path, operation, shared) {
    const security = operation.security ?? this.#document.security ?? [];
    return {
      tag: operation.tags?.[0] ?? '',
      id: operation.operationId ?? `${method}${path.replace(/\W+/g, '-')}`,
      method: method.toUpperCase(),
      path: this.#base(operation.servers ?? shared.servers) + path,
      summary: operation.summary ?? '',
      description: operation.description ?? '',
      deprecated: operation.deprecated ?? false,
      parameters: this.#parameters(operation.parameters ?? [], shared.parameters ?? []),
      requestBody: this.resolve(operation.requestBody) ?? null,
      responses: Object.entries(operation.responses ?? {}).map(([status, response]) => ({
        status,
        response: this.resolve(response),
      })),
      security: [...new Set(security.flatMap((way) => Object.keys(way)))],
      rights: operation['x-omloop-rights'] ?? [],
    };
  }

  /** What stands before a path: '/v1', or nothing. */
  #base(servers = this.#document.servers) {
    return (servers?.[0]?.url ?? '').replace(/\/$/, '');
  }

  /** The path's parameters, then the operation's, which take the place of those of the same name. */
  #parameters(operations, paths) {
    const own = operations.map((parameter) => this.resolve(parameter));
    const inherited = paths
      .map((parameter) => this.resolve(parameter))
      .filter(({ name, in: place }) => !own.some((one) => one.name === name && one.in === place));
    return [...inherited, ...own];
  }
}
