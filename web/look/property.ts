/**
 * Sets one custom property on an element through the style object, which the content policy allows, where an inline
 * style in the markup is not.
 */
import { noChange } from 'lit';
import { Directive, directive, PartType } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';

class Property extends Directive {
  #last: string | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('property() belongs on an element, not inside an attribute');
  }

  render(_name: `--${string}`, _value: string): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [name, value]: [`--${string}`, string]): typeof noChange {
    if (this.#last !== value && part.element instanceof HTMLElement) {
      part.element.style.setProperty(name, value);
      this.#last = value;
    }
    return noChange;
  }
}

export const property = directive(Property);
