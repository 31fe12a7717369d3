/** Asks the user for name and password. */
@NullMarked
package dev.vireo.cli.credentials;

import org.jspecify.annotations.NullMarked;
