/** Volumes of VMware hosts. */
@NullMarked
package dev.vireo.internal.esx.storage;

import org.jspecify.annotations.NullMarked;
