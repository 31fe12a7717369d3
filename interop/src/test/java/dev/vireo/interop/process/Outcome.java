package dev.vireo.interop.process;

/**
 * What a program that has ended printed and returned.
 *
 * @param exitCode its exit code
 * @param stdout all of its standard output, as UTF-8
 * @param stderr all of its standard error, as UTF-8
 */
public record Outcome(int exitCode, String stdout, String stderr) {
  /**
   * Returns the standard output of a program that must have succeeded.
   *
   * @return the text
   * @throws AssertionError if the exit code is not 0
   */
  public String succeeded() {
    if (exitCode != 0) {
      throw new AssertionError("the program failed: " + this);
    }
    return stdout;
  }
}
