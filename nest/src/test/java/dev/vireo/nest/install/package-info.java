/** Tests of unattended installations. */
@NullMarked
package dev.vireo.nest.install;

import org.jspecify.annotations.NullMarked;
