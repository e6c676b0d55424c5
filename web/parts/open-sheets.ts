/** Which dialogs are open, for whatever must keep still under them: a dialog that is moved in the page falls out of its place above it. */
const open = new Set<object>();

export const openSheets = {
  note(sheet: object, isOpen: boolean): void {
    if (isOpen) open.add(sheet);
    else open.delete(sheet);
  },
  get areThere(): boolean { return open.size > 0; },
};
