package dev.vireo;

/** Vireo broke one of its own rules. The caller can do nothing about it but report it. */
public final class BugException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param brokenRule the rule that does not hold, without any secret
   */
  public BugException(String brokenRule) {
    super("This is a bug in Vireo: " + brokenRule);
  }
}
