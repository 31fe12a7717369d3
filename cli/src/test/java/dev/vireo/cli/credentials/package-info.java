/** Tests. */
@NullMarked
package dev.vireo.cli.credentials;

import org.jspecify.annotations.NullMarked;
