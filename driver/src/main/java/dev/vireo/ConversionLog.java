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

  /** The domain, once what was left out of its definition, and what waits, is logged. */
  static Domain warnings(DefinedDomain defined) {
    for (String warning : defined.done().warnings()) {
      LOG.log(System.Logger.Level.WARNING, warning);
    }
    for (DefinitionChange change : defined.done().waiting()) {
      LOG.log(
          System.Logger.Level.WARNING,
          () ->
              "The domain '"
                  + defined.domain().getName()
                  + "' has to be powered off and defined again for "
                  + change);
    }
    return defined.domain();
  }
}
