/** Whether this machine is ready for a nested host. */
@NullMarked
package dev.vireo.nest.check;

import org.jspecify.annotations.NullMarked;
