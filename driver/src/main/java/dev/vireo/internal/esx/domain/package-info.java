/** Finding, reading and driving domains. */
@NullMarked
package dev.vireo.internal.esx.domain;

import org.jspecify.annotations.NullMarked;
