/** Domains as XML and as VMX files. */
@NullMarked
package dev.vireo.internal.esx.definition;

import org.jspecify.annotations.NullMarked;
