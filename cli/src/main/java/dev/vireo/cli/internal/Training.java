package dev.vireo.cli.internal;

import dev.vireo.cli.Main;

/** Stands in until the command is there. */
public final class Training {
  private Training() {}

  /**
   * Runs the command.
   *
   * @param args ignored
   */
  public static void main(String[] args) {
    Main.main(new String[] {"hello"});
  }
}
