/** Connection URIs and their parameters. */
@NullMarked
package dev.vireo.uri;

import org.jspecify.annotations.NullMarked;
