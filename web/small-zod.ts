/**
 * Stands in for zod in the built page: the part of it that the contracts use, at a twelfth of its weight and without code made from
 * text, which the page's content policy forbids. The contracts stay the only schemas; a test holds every one of them against zod itself.
 */
type Told = Readonly<Record<string, unknown>>;
type Shape = Readonly<Record<string, Schema>>;
type Read = (told: unknown) => unknown;
type Result = { readonly success: true; readonly data: unknown } | { readonly success: false; readonly error: { readonly issues: readonly { readonly path: readonly (string | number)[] }[] } };

/** What a reader gives back for what does not fit; `where` then leads to the first place that did not. */
const UNFIT = Symbol('unfit');
let where: (string | number)[] = [];

function unfit(): typeof UNFIT {
  where = [];
  return UNFIT;
}

function below(key: string | number): typeof UNFIT {
  where.unshift(key);
  return UNFIT;
}

const isTold = (told: unknown): told is Told => typeof told === 'object' && told !== null && !Array.isArray(told);

class Schema {
  readonly read: Read;
  constructor(read: Read) {
    this.read = read;
  }

  safeParse(told: unknown): Result {
    const data = this.read(told);
    return data === UNFIT ? { success: false, error: { issues: [{ path: where }] } } : { success: true, data };
  }

  /** Only the papers of the API read it. */
  meta(): this {
    return this;
  }

  optional(): Schema {
    return new Schema((told) => (told === undefined ? undefined : this.read(told)));
  }

  nullable(): Schema {
    return new Schema((told) => (told === null ? null : this.read(told)));
  }

  nullish(): Schema {
    return this.nullable().optional();
  }

  default(value: unknown): Schema {
    return new Schema((told) => (told === undefined ? structuredClone(value) : this.read(told)));
  }

  refine(fits: (value: unknown) => unknown): Schema {
    return new Schema((told) => {
      const value = this.read(told);
      return value === UNFIT || Boolean(fits(value)) ? value : unfit();
    });
  }
}

type Step<Value> = (value: Value) => Value | typeof UNFIT;

/** Steps in the order in which they were asked for: what one changes, the next one sees. */
class Stepped<Value> extends Schema {
  readonly #begin: Read;
  readonly #steps: readonly Step<Value>[];

  constructor(begin: Read, steps: readonly Step<Value>[] = []) {
    super((told) => {
      let value = begin(told) as Value | typeof UNFIT;
      for (const step of steps) {
        if (value === UNFIT) return UNFIT;
        value = step(value);
      }
      return value;
    });
    this.#begin = begin;
    this.#steps = steps;
  }

  protected with(step: Step<Value>): this {
    return new (this.constructor as new (begin: Read, steps: readonly Step<Value>[]) => this)(this.#begin, [...this.#steps, step]);
  }

  protected only(fits: (value: Value) => boolean): this {
    return this.with((value) => (fits(value) ? value : unfit()));
  }
}

class Text extends Stepped<string> {
  min(chars: number): this { return this.only((text) => text.length >= chars); }
  max(chars: number): this { return this.only((text) => text.length <= chars); }
  regex(pattern: RegExp): this { return this.only((text) => pattern.test(text)); }
  trim(): this { return this.with((text) => text.trim()); }
  toLowerCase(): this { return this.with((text) => text.toLowerCase()); }
  toUpperCase(): this { return this.with((text) => text.toUpperCase()); }
}

class Figure extends Stepped<number> {
  int(): this { return this.only(Number.isSafeInteger); }
  min(least: number): this { return this.only((figure) => figure >= least); }
  max(most: number): this { return this.only((figure) => figure <= most); }
}

class List extends Stepped<readonly unknown[]> {
  min(many: number): this { return this.only((list) => list.length >= many); }
  max(many: number): this { return this.only((list) => list.length <= many); }
}

/** What is not named in it is left out, or refused where it is strict. */
class Thing extends Schema {
  readonly shape: Shape;
  readonly #isStrict: boolean;

  constructor(shape: Shape, isStrict = false) {
    const fields = Object.entries(shape);
    super((told) => {
      if (!isTold(told)) return unfit();
      const made: Record<string, unknown> = {};
      for (const [key, schema] of fields) {
        const value = schema.read(told[key]);
        if (value === UNFIT) return below(key);
        if (value !== undefined || key in told) made[key] = value;
      }
      return isStrict && Object.keys(told).some((key) => !Object.hasOwn(shape, key)) ? unfit() : made;
    });
    this.shape = shape;
    this.#isStrict = isStrict;
  }

  strict(): Thing { return new Thing(this.shape, true); }
  extend(more: Shape): Thing { return new Thing({ ...this.shape, ...more }, this.#isStrict); }
  pick(wanted: Readonly<Record<string, true>>): Thing { return this.#of(Object.entries(this.shape).filter(([key]) => Object.hasOwn(wanted, key))); }
  omit(unwanted: Readonly<Record<string, true>>): Thing { return this.#of(Object.entries(this.shape).filter(([key]) => !Object.hasOwn(unwanted, key))); }
  partial(): Thing { return this.#of(Object.entries(this.shape).map(([key, schema]) => [key, schema.optional()])); }
  #of(fields: readonly (readonly [string, Schema])[]): Thing { return new Thing(Object.fromEntries(fields), this.#isStrict); }
}

const typed = (type: string): Read => (told) => (typeof told === type ? told : unfit());
const text = (): Text => new Text(typed('string'));
class OneOf extends Schema {
  readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    super((told) => (values.includes(told) ? told : unfit()));
    this.values = values;
  }
}
const oneOf = (values: readonly unknown[]): OneOf => new OneOf(values);

function eachOf(told: readonly unknown[], schemaAt: (index: number) => Schema): unknown {
  const made: unknown[] = [];
  for (const [index, one] of told.entries()) {
    const value = schemaAt(index).read(one);
    if (value === UNFIT) return below(index);
    made.push(value);
  }
  return made;
}

function record(keys: Schema, values: Schema): Schema {
  return new Schema((told) => {
    if (!isTold(told)) return unfit();
    const made: Record<string, unknown> = {};
    for (const key of Object.keys(told)) {
      // It would become what the record is made from.
      if (key === '__proto__') continue;
      if (keys.read(key) === UNFIT) return unfit();
      const value = values.read(told[key]);
      if (value === UNFIT) return below(key);
      made[key] = value;
    }
    return made;
  });
}

function union(schemas: readonly Schema[]): Schema {
  return new Schema((told) => {
    for (const schema of schemas) {
      const value = schema.read(told);
      if (value !== UNFIT) return value;
    }
    return unfit();
  });
}

/** The field tells which of them is meant. */
function discriminatedUnion(field: string, things: readonly Thing[]): Schema {
  return new Schema((told) => {
    if (!isTold(told)) return unfit();
    const meant = things.find(({ shape }) => shape[field]?.safeParse(told[field]).success === true);
    if (meant !== undefined) return meant.read(told);
    unfit();
    return below(field);
  });
}

const UUID = /^([\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/i;
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/;

/** Also of its month: no thirtieth of February. */
function isMoment(told: string): boolean {
  const parts = MOMENT.exec(told);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const last = month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}

function isAddress(told: string, protocol: RegExp): boolean {
  return URL.canParse(told) && protocol.test(new URL(told).protocol.slice(0, -1));
}

export const z = {
  string: text,
  number: (): Figure => new Figure((told) => (Number.isFinite(told) ? told : unfit())),
  boolean: (): Schema => new Schema(typed('boolean')),
  null: (): Schema => oneOf([null]),
  unknown: (): Schema => new Schema((told) => told),
  literal: (value: unknown): Schema => oneOf([value]),
  enum: oneOf,
  uuid: (): Text => text().regex(UUID),
  url: ({ protocol }: { readonly protocol: RegExp }): Schema => new Text((told) => (typeof told === 'string' && isAddress(told, protocol) ? told : unfit())),
  iso: { datetime: (): Schema => new Schema((told) => (typeof told === 'string' && isMoment(told) ? told : unfit())) },
  object: (shape: Shape): Thing => new Thing(shape),
  array: (each: Schema): List => new List((told) => (Array.isArray(told) ? eachOf(told, () => each) : unfit())),
  tuple: (each: readonly Schema[]): Schema => new Schema((told) => (Array.isArray(told) && told.length === each.length ? eachOf(told, (index) => each[index] ?? oneOf([])) : unfit())),
  record,
  /** Its keys are known beforehand, so it is a thing of which nothing has to be there. */
  partialRecord: (keys: OneOf, values: Schema): Schema => new Thing(Object.fromEntries(keys.values.map((key) => [String(key), values]))).partial().strict(),
  union,
  discriminatedUnion,
};
