package dev.vireo.interop.vmx;

import dev.vireo.vmx.ConversionWarning;
import java.util.List;

/** What a conversion gives. */
sealed interface Result {
  /**
   * A document.
   *
   * @param text the domain XML or the VMX file
   * @param warnings what the converter says about it; libvirt never says anything
   */
  record Document(String text, List<ConversionWarning> warnings) implements Result {
    /** Copies. */
    public Document {
      warnings = List.copyOf(warnings);
    }

    /** A document without warnings. */
    public Document(String text) {
      this(text, List.of());
    }
  }

  /**
   * The refusal of a document.
   *
   * @param message what the converter says
   */
  record Refusal(String message) implements Result {}
}
