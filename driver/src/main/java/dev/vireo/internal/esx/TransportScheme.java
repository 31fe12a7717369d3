package dev.vireo.internal.esx;

import java.util.Locale;

/** Whether requests are encrypted. */
public enum TransportScheme {
  /** Encrypted. */
  HTTPS,
  /** In the clear, the password included. */
  HTTP;

  /** The transport as it stands in a URI. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
