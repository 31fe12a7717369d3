package dev.vireo.cli;

/** Stands in until the command is there. */
public final class Main {
  private Main() {}

  /**
   * Prints its arguments.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.out.println(String.join(" ", args));
  }
}
