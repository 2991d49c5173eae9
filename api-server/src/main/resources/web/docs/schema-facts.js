// What a JSON schema (2020-12) says, in few words. No DOM.

/**
 * The name at the end of a reference.
 *
 * @param {string} reference '#/components/schemas/Receipt'
 */
export function nameOf(reference) {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** @param {string} name of a schema @returns {string} its anchor on the page */
export function anchorOf(name) {
  return `schema-${name}`;
}

/**
 * The type in words: 'string', 'integer or null'; empty where the schema names none.
 *
 * @param {any} schema without a reference
 */
export function typeInWords(schema) {
  const types = [schema.type ?? []].flat();
  return types.join(' or ');
}

/**
 * The bounds a value must keep to.
 *
 * @param {any} schema without a reference
 * @returns {string[]} such as 'uuid', '1 … 200', 'pattern ^[0-9]+$'
 */
export function boundsInWords(schema) {
  const range = (least, most, unit) =>
    least === undefined && most === undefined ? [] : [`${least ?? ''} … ${most ?? ''} ${unit}`.trim()];
  return [
    ...(schema.format ? [schema.format] : []),
    ...range(schema.minimum, schema.maximum, ''),
    ...range(schema.minLength, schema.maxLength, 'characters'),
    ...range(schema.minItems, schema.maxItems, 'items'),
    ...(schema.pattern ? [`pattern ${schema.pattern}`] : []),
    ...(schema.const === undefined ? [] : [`always ${JSON.stringify(schema.const)}`]),
    ...(schema.enum ? [schema.enum.map((value) => JSON.stringify(value)).join(', ')] : []),
    ...(schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`]),
  ];
}

/**
 * An example to show: the schema's or the content's own, never an invented one.
 *
 * @param {any} content a media type object, or a schema
 * @returns {string | null} JSON on several lines, or text as it stands
 */
export function exampleOf(content) {
  const named = content.examples && !Array.isArray(content.examples) ? Object.values(content.examples) : [];
  const listed = Array.isArray(content.examples) ? content.examples : [];
  const example = content.example ?? named[0]?.value ?? listed[0];
  if (example === undefined) {
    return content.schema ? exampleOf(content.schema) : null;
  }
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2);
}
