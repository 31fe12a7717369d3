/**
 * What a virtual machine is made of, as immutable data, and how VMX files and the API's specs say
 * it. Nothing here knows of a host.
 */
@NullMarked
package dev.vireo.simulator.internal.definition;

import org.jspecify.annotations.NullMarked;
