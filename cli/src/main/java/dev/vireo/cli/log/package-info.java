/**
 * The log of the library as the command shows it: a small {@link System.LoggerFinder}, because
 * {@code java.util.logging}, the JVM's own, costs each start more than all else that a short
 * command does before it talks to the host. Whoever has this module on the class path gets it too:
 * what the library has to tell at {@code INFO} and above, one line each on standard error, until a
 * command line with {@code -d} or {@code -l} asks for something else.
 */
@NullMarked
package dev.vireo.cli.log;

import org.jspecify.annotations.NullMarked;
