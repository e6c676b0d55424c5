/**
 * The part of JSON Schema that the document of the interface uses, and whether a value is of it: also without a field that
 * the schema does not name. A keyword that it does not know is a fault, so that nothing is passed over.
 */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const KNOWN = new Set([
  'type', 'properties', 'required', 'items', 'enum', 'anyOf', 'additionalProperties', 'format', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum',
  'description', 'example', 'default', 'title',
]);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

export const typesOf = ({ type }: Schema): readonly string[] => (type === undefined ? [] : typeof type === 'string' ? [type] : type);

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const isOfType = (value: unknown, type: string): boolean => (type === 'integer' ? Number.isInteger(value) : typeOf(value) === type);

/** The first thing in the value that is not as the schema says, with its place; null when all is. */
export function faultIn(schema: Schema, value: unknown, place = 'body'): string | null {
  const unknown = Object.keys(schema).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) return `${place}: the schema has the keyword ${unknown}, which nobody checks`;
  if (schema.anyOf !== undefined) {
    const faults = schema.anyOf.map((one) => faultIn(one, value, place));
    return faults.includes(null) ? null : faults[0] ?? null;
  }
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return `${place}: ${typeOf(value)} instead of ${types.join(' or ')}`;
  if (schema.enum !== undefined && !schema.enum.includes(value) && value !== null) return `${place}: ${JSON.stringify(value)} is none of ${schema.enum.join(', ')}`;
  if (typeof value === 'string') return faultInText(schema, value, place);
  if (typeof value === 'number') return value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity) ? `${place}: ${value} is out of range` : null;
  if (Array.isArray(value)) return firstOf(value.map((one, index) => schema.items === undefined ? null : faultIn(schema.items, one, `${place}[${index}]`)));
  return typeof value === 'object' && value !== null ? faultInObject(schema, value as Record<string, unknown>, place) : null;
}

const firstOf = (faults: readonly (string | null)[]): string | null => faults.find((fault) => fault !== null) ?? null;

function faultInText({ format, pattern, minLength = 0, maxLength = Infinity }: Schema, value: string, place: string): string | null {
  const length = [...value].length;
  if (length < minLength || length > maxLength) return `${place}: ${length} characters`;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return `${place}: ${JSON.stringify(value)} does not fit ${pattern}`;
  if (format === 'uuid' && !UUID.test(value)) return `${place}: ${JSON.stringify(value)} is no uuid`;
  return format === 'date-time' && !INSTANT.test(value) ? `${place}: ${JSON.stringify(value)} is no instant` : null;
}

function faultInObject({ properties, required = [], additionalProperties }: Schema, value: Readonly<Record<string, unknown>>, place: string): string | null {
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return `${place}.${missing} is missing`;
  return firstOf(Object.entries(value).map(([key, one]) => {
    const described = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (described !== undefined) return faultIn(described, one, `${place}.${key}`);
    if (typeof additionalProperties === 'object') return faultIn(additionalProperties, one, `${place}.${key}`);
    return properties !== undefined && additionalProperties !== true ? `${place}.${key} is not in the document` : null;
  }));
}
