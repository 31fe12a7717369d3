package dev.vireo.cli.verb.domain;

import dev.vireo.ConvertedText;
import dev.vireo.cli.Call;

/** What a conversion could not carry over goes to standard error, one line each. */
public final class ConversionWarnings {
  private ConversionWarnings() {}

  public static void print(Call call, ConvertedText converted) {
    for (String warning : converted.warnings()) {
      call.output().warning(warning);
    }
  }
}
