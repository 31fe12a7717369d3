package dev.vireo.interop.vmx;

/** What a conversion gives. */
sealed interface Result {
  /**
   * A document.
   *
   * @param text the domain XML or the VMX file
   */
  record Document(String text) implements Result {}

  /**
   * The refusal of a document.
   *
   * @param message what the converter says
   */
  record Refusal(String message) implements Result {}
}
