package dev.vireo.cli.grammar;

/**
 * A command of which only the description is of interest here.
 *
 * @see dev.vireo.cli.verb.Verb
 */
public interface Command {

  /** What it is called and what it takes. */
  CommandSpec spec();
}
