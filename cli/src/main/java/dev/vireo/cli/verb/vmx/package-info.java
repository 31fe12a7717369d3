/** The commands of configuration files. */
@NullMarked
package dev.vireo.cli.verb.vmx;

import org.jspecify.annotations.NullMarked;
