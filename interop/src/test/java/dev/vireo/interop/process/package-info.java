/** Runs programs from elsewhere, with time limits, and finds which of them are installed. */
@NullMarked
package dev.vireo.interop.process;

import org.jspecify.annotations.NullMarked;
