/** A small HTTP/1.1 server that trusts none of its clients. */
@NullMarked
package dev.vireo.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
