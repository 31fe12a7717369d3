package dev.vireo;

/** Logs the warnings of conversions for callers of libvirt's own functions, which return texts. */
final class ConversionLog {

  private static final System.Logger LOG = System.getLogger(ConversionLog.class.getName());

  private ConversionLog() {}

  /** The text, once its warnings are logged. */
  static String warnings(ConvertedText converted) {
    for (String warning : converted.warnings()) {
      LOG.log(System.Logger.Level.WARNING, warning);
    }
    return converted.text();
  }
}
