/** What has the focus, in a shadow root too. */
function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}

/** Shows a modal dialog. Gives back how to close it: the focus is then where it was before, unless it has gone elsewhere. */
export function showModal(dialog: HTMLDialogElement): () => void {
  const before = focused();
  dialog.showModal();
  return () => {
    dialog.close();
    // The platform does this only for a dialog that is still in the page; here it may have been taken out already.
    if (document.activeElement === document.body) before?.focus({ preventScroll: true });
  };
}
