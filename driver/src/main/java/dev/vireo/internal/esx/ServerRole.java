package dev.vireo.internal.esx;

/** How a connection comes to a server. */
public enum ServerRole {
  /** The URI names it, and its scheme says what it has to be. */
  NAMED_BY_URI,
  /** It manages the host of the URI. */
  MANAGING_VCENTER;

  /** What to do when the server is of this product, which does not fit. */
  public String advice(ServerProduct found) {
    return switch (this) {
      case NAMED_BY_URI -> "use a " + found.scheme().text() + ":// URI";
      case MANAGING_VCENTER -> "the URI parameter 'vcenter' has to name a vCenter";
    };
  }
}
