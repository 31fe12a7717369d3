/** What the host does with a machine as a task. */
@NullMarked
package dev.vireo.internal.esx.task;

import org.jspecify.annotations.NullMarked;
