/** Whether a key was meant for a field or a dialog: letters of the page are off there. */
export const isTyping = (event: Event): boolean => event.composedPath().some((part) =>
  part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement || part instanceof HTMLSelectElement || part instanceof HTMLDialogElement);
