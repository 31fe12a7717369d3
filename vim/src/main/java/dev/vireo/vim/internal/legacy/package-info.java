/**
 * TLS 1.0 to 1.2 with the ciphers of hosts from before 2015, by Bouncy Castle's protocol classes.
 * The JVM switches these off for the whole process or for nobody; here they are there for the one
 * connection that asks. The classes are loaded only then, and Bouncy Castle may be absent
 * otherwise.
 */
@NullMarked
package dev.vireo.vim.internal.legacy;

import org.jspecify.annotations.NullMarked;
