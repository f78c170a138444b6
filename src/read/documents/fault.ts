/** Why a document cannot be read. Readers throw it from any depth, `read-document.ts` turns it into a diagnostic. */
import type { DocumentFault } from "../../diagnostics/messages/documents.ts";

export class Fault extends Error {
  readonly fault: DocumentFault;

  constructor(fault: DocumentFault) {
    super(fault);
    this.name = "Fault";
    this.fault = fault;
  }
}
